//! The shop itself: its name, its settings, its day.

pub(crate) mod backups;
mod channels;
mod daily;
mod days;
mod locations;
mod logo;
mod make;
mod printers_list;
pub(crate) mod restored;
mod services;
mod settings;
mod sign_in;
mod status;
mod today;
pub mod types;
mod work;

pub use backups::{
    backup_make, backup_review, backups_list, backups_of, picked, restore_refused, review_alone,
};
pub(crate) use channels::{channel_name_of, name_is_free, remove_if_bare};
pub use channels::{channel_save, channels_list};
pub use daily::{Done, daily};
pub use locations::{location_save, locations_list};
pub use logo::logo_read;
pub use make::make;
pub(crate) use make::put_settings;
pub use printers_list::printers_list;
pub(crate) use restored::came_again;
pub use services::{pool_continue, service_save, services_list};
pub use settings::{settings_get, settings_save};
pub use sign_in::sign_in;
pub(crate) use status::SAMPLE;
pub use status::status;
pub use today::today;
pub use work::{job_cancel, need_close, progress};
