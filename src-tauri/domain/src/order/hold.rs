//! Why something must not ship. Many at once; each is set and released by itself.

use crate::words_of;

words_of! {
    /// The reason of a hold. `MODEL.md`, "Things".
    pub enum HoldKind {
        /// Money is missing or doubtful.
        Payment = "payment",
        /// It looks unusual.
        Fraud = "fraud",
        /// A carrier would refuse the address.
        Address = "address",
        /// Goods are missing.
        Stock = "stock",
        /// New goods wait for the old ones to come back.
        AwaitingReturn = "awaiting_return",
        /// The customer has to answer, or two sides changed the same thing.
        Customer = "customer",
        /// Not before a day.
        UntilDate = "until_date",
        /// A person said so.
        Manual = "manual",
    }
}
