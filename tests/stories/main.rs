//! Stories through the outer door, each on SQLite and on PostgreSQL, on real databases. After every
//! command the invariants are looked at (`testkit::TestShop::call`).

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "tests"
)]

mod a_day;
mod after_all;
mod all_or_nothing;
mod at_random;
mod at_the_bench;
mod at_the_printer;
mod at_the_van;
mod back_in_the_house;
mod beyond_bounds;
mod both_sides;
mod by_turn;
mod called_off_there;
mod changes_of_mind;
mod deadline;
mod field_by_field;
mod finding;
mod forgetting;
mod goods_by_name;
mod health;
mod history;
mod kept_back;
mod kiln;
mod labels_kept;
mod left_out;
mod locations;
mod many_changes;
mod not_sent_there;
mod on_paper;
mod on_the_slip;
mod once;
mod own_paper;
mod parcels;
mod parts;
mod picking;
mod read_as;
mod reserving;
mod restoring;
mod sets;
mod shelf;
mod signing;
mod surface;
mod taken_back;
mod timeline;
mod told_again;
mod two_files;
mod two_places;
mod two_shops;
mod under_load;
