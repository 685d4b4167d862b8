//! Who buys, as a later file names them. Nobody changes that here, and no parcel carries it: what the source
//! says is taken at every stage, and told.

use super::Merging;
use crate::import::known::Here;
use domain::fold;
use domain::source::SourceOrder;

impl Merging<'_> {
    /// The newest order of a customer speaks for them: an older one that names them otherwise changes
    /// nothing, and neither does another e-mail where the e-mail is all that they are known by and other
    /// orders hang on it. The timeline tells both values in any case.
    pub(super) fn buyer(&mut self, source: &SourceOrder, here: &Here) {
        let Some(known) = here.buyer.as_ref().filter(|_| !here.erased) else {
            return;
        };
        let by_id = !source.buyer.source_id.is_empty();
        let mut row = known.clone();
        let email = source.buyer.email.trim();
        for (field, own, theirs, speaks) in [
            (
                "buyer_name",
                &mut row.name,
                source.buyer.name.as_str(),
                true,
            ),
            ("buyer_email", &mut row.email, email, by_id || here.only),
            (
                "buyer_phone",
                &mut row.phone,
                source.buyer.phone.as_str(),
                true,
            ),
            (
                "buyer_company",
                &mut row.company,
                source.buyer.company.as_str(),
                true,
            ),
            (
                "buyer_tax_id",
                &mut row.tax_id,
                source.buyer.tax_id.as_str(),
                true,
            ),
        ] {
            let said = self.theirs.get(field).map(String::as_str);
            // Absence means nothing, and what the customer is called by another order is no change of this one.
            if theirs.is_empty() || theirs == own || said == Some(theirs) {
                continue;
            }
            self.changed(field, own, theirs);
            self.remember(field, theirs.to_owned());
            if speaks && here.newest {
                theirs.clone_into(own);
            }
        }
        row.email_key = fold::fold(row.email.trim());
        if row != *known {
            row.version += 1;
            self.update.buyer = Some(row);
        }
    }
}
