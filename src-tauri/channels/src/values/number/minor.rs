//! Numbers as amounts in minor units.

use super::{Decimal, NotANumber};
use domain::Currency;
use domain::money::MAX_MINOR;

/// An amount in minor units, and whether it had to be rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minor {
    /// Minor units.
    pub amount: i64,
    /// A fraction of a minor unit was rounded, half away from zero.
    pub rounded: bool,
}

impl Decimal {
    /// The value in minor units. Exports write `25.0000`, and some write unrounded tax.
    ///
    /// # Errors
    /// [`NotANumber::TooLarge`] beyond 2^53 − 1 minor units. [`NotANumber::TwoReadings`] for
    /// exactly three decimals that do not end in zeros, in a currency that has two: that is what
    /// `1.234` (thousands) looks like when the mark was taken for decimals.
    pub fn minor(self, currency: Currency) -> Result<Minor, NotANumber> {
        let exponent = currency.exponent();
        if self.places <= exponent {
            let scale = 10_i128.pow(exponent - self.places);
            return checked(
                self.digits.checked_mul(scale).ok_or(NotANumber::TooLarge)?,
                false,
            );
        }
        let scale = 10_i128
            .checked_pow(self.places - exponent)
            .ok_or(NotANumber::TooLarge)?;
        let (whole, rest) = (self.digits / scale, self.digits % scale);
        if rest != 0 && self.places == 3 {
            return Err(NotANumber::TwoReadings);
        }
        let up = i128::from(rest.abs() * 2 >= scale) * self.digits.signum();
        checked(whole + up, rest != 0)
    }

    /// The value as a whole number, if it is one.
    #[must_use]
    pub fn whole(self) -> Option<i64> {
        let scale = 10_i128.checked_pow(self.places)?;
        (self.digits % scale == 0)
            .then(|| i64::try_from(self.digits / scale).ok())
            .flatten()
    }

    /// The value times `factor / per`, rounded half away from zero. For weights and lengths.
    #[must_use]
    pub fn scaled(self, factor: i128, per: i128) -> Option<i64> {
        let scale = 10_i128.checked_pow(self.places)?.checked_mul(per)?;
        let value = self.digits.checked_mul(factor)?;
        let up = i128::from((value % scale).abs() * 2 >= scale) * value.signum();
        i64::try_from(value / scale + up).ok()
    }
}

fn checked(amount: i128, rounded: bool) -> Result<Minor, NotANumber> {
    let amount = i64::try_from(amount).map_err(|_| NotANumber::TooLarge)?;
    if amount.abs() > MAX_MINOR {
        return Err(NotANumber::TooLarge);
    }
    Ok(Minor { amount, rounded })
}
