//! What can be asked, with the help that teaches it.

use clap::builder::TypedValueParser as _;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// The back room of a small shop, without a window.
#[derive(Debug, Parser)]
#[command(
    name = "backroom-cli",
    version,
    max_term_width = 100,
    after_help = "\
The first time, the shop itself:
  backroom-cli --data ~/shop call shop_make '{\"name\": \"Kiln & Co\", \"user\": \"Ida\", \
\"street\": \"Lindenweg 7\", \"postcode\": \"10969\", \"city\": \"Berlin\", \"country\": \"DE\", \
\"currency\": \"EUR\", \"zone\": \"Europe/Berlin\", \"language\": \"en\"}'

A morning:
  backroom-cli --data ~/shop import orders_export.csv --start 2026-11-01
  backroom-cli --data ~/shop orders --view to_ship
  backroom-cli --data ~/shop ship 1001 1002 --pick-list --slips --labels --out ~/papers
  backroom-cli --data ~/shop ship 1001 1002 --hand-over

To look around in a shop of invented orders:
  backroom-cli --data /tmp/sample sample --pack

Everything else that Backroom can do:
  backroom-cli commands
  backroom-cli --data ~/shop call order_get '{\"id\": 4711}'

It ends with 0 when it was done, 1 when it was refused or failed, 2 when it was asked wrongly, and
3 when the shop is open in Backroom: then it can be looked at, not changed."
)]
pub(crate) struct Args {
    /// The shop's data folder.
    // An empty variable is none; clap would refuse it as a path.
    #[arg(long, global = true, env = "BACKROOM_DATA", value_name = "DIR", value_parser = clap::builder::OsStringValueParser::new().map(PathBuf::from))]
    pub(crate) data: Option<PathBuf>,
    /// A PostgreSQL database that several desks share; --data then holds what stays on this computer.
    #[arg(
        long,
        global = true,
        env = "BACKROOM_DATABASE",
        value_name = "URL",
        hide_env_values = true
    )]
    pub(crate) database: Option<String>,
    /// Answer in JSON, for programs.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Args {
    /// `BACKROOM_DATA=` is how a script says "none".
    pub(crate) fn without_empty_variables(mut self) -> Self {
        self.data = self.data.filter(|data| !data.as_os_str().is_empty());
        self.database = self.database.filter(|url| !url.trim().is_empty());
        self
    }
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Take the orders of a file: all that can be read, in one go; rows that cannot are left out and told.
    ///
    /// The file may come from Shopify, WooCommerce, Etsy, eBay, Amazon, Square, BigCommerce,
    /// Squarespace or Magento. The same file again changes nothing.
    #[command(after_help = "\
Examples:
  backroom-cli import orders_export.csv --dry-run
  backroom-cli import orders_export.csv --start 2026-11-01

Two shops of one kind are two channels, each with its own numbers:
  backroom-cli import outlet_export.csv --channel 'Outlet' --start 2026-11-01

Any other table is read by its columns. Look first; what is not guessed is said, and kept by a name:
  backroom-cli import list.csv --dry-run
  backroom-cli import list.csv --map 'Vorgang=order_number' --map 'Was=title' --dates day-first \\
    --decimal comma --status 'Versandt=shipped' --remember 'Our list' --start 2026-11-01
The next file with this header is read the same way. As a file: --dry-run --json shows it as `mapping`,
and --mapping FILE.json takes it.")]
    Import(Import),
    /// List orders.
    #[command(after_help = "\
Examples:
  backroom-cli orders
  backroom-cli orders --view on_hold --sort placed --descending --limit 200")]
    Orders(Orders),
    /// Show one order and what happened to it.
    #[command(after_help = "\
Examples:
  backroom-cli order 1001
  backroom-cli order id:4711 --json")]
    Order {
        /// Its number, as the shop or the buyer says it.
        number: String,
    },
    /// Make the papers of orders, and hand their parcels over.
    ///
    /// Without a step it makes labels. A later step does the earlier ones: orders may be labelled without
    /// a pick list.
    #[command(after_help = "\
Examples:
  backroom-cli ship 1001 1002 --pick-list --out ~/papers
  backroom-cli ship 1001 --labels --service Parcel --tracking RR473124829DE
  backroom-cli ship --all --pick-list --slips --labels --hand-over")]
    Ship(Ship),
    /// Print a document, or save it as a file.
    #[command(after_help = "\
Examples:
  backroom-cli print 512 --out label.pdf
  backroom-cli print 512 --reason 'the printer jammed'")]
    Print(Print),
    /// Make a backup: one file, checked. It also moves the shop to another computer.
    #[command(after_help = "\
Examples:
  backroom-cli backup
  backroom-cli backup --to /media/stick
To move the shop: backup here, carry the file over, restore there.")]
    Backup {
        /// Into this folder, not the shop's own.
        #[arg(long, value_name = "DIR")]
        to: Option<PathBuf>,
    },
    /// Put a backup in the place of the shop. The shop that was there stays beside it.
    ///
    /// Whoever was erased since the backup was made is erased from it again.
    #[command(after_help = "\
Example:
  backroom-cli --data ~/shop restore /media/stick/backroom-20261123T064500Z-by-hand.db")]
    Restore {
        /// The backup.
        file: PathBuf,
    },
    /// Look whether the shop's data is sound: its pages, its references, the sums of its rows.
    ///
    /// It ends with 1 when something was found.
    Check,
    /// Do what falls due by itself: end holds, let go of unpaid goods, check the data, make the day's backup.
    ///
    /// A window does it every hour while it is open. Where only this program works in the shop, let the
    /// system call it once a day; what was done today is not done again.
    #[command(after_help = "\
Example, for crontab -e:
  15 6 * * *  backroom-cli --data ~/shop daily
On Windows: schtasks /Create /SC DAILY /ST 06:15 /TN Backroom /TR \"backroom-cli --data C:\\shop daily\"")]
    Daily,
    /// Erase people for good: names, addresses, notes, pages, search. Orders, stock and money stay.
    ///
    /// Without --for-good it only says what would go, what stays, and what is in the way.
    #[command(after_help = "\
Examples:
  backroom-cli erase ann@example.test
  backroom-cli erase ann@example.test --for-good")]
    Erase(Erase),
    /// Make a shop with invented orders.
    #[command(after_help = "\
Example:
  backroom-cli --data /tmp/sample sample --pack")]
    Sample {
        /// Pack its day: pick list, slips and labels as files in DIR/papers, then hand everything over.
        #[arg(long)]
        pack: bool,
    },
    /// List every command of Backroom; with --json also what each takes and gives.
    #[command(after_help = "\
With --json: { commands: [{ name, doc, kind, tags, request, answer }], types: { Name: TypeScript } }.
A command's request and answer are names of types.")]
    Commands,
    /// Run any command of Backroom. Its answer is JSON.
    #[command(after_help = "\
Examples:
  backroom-cli call shop_status
  backroom-cli call order_get '{\"id\": 4711}'
  backroom-cli call labels_make - < wishes.json
`backroom-cli commands --json` tells what each takes. A query runs beside an open window; a change
ends with 3 then.")]
    Call {
        /// Its name, as `commands` lists it.
        name: String,
        /// What it takes, as JSON; `-` reads it from standard input.
        body: Option<String>,
    },
    /// Let a browser on this computer be the window.
    ///
    /// It listens on the loopback address alone and answers nobody without the token. The first line it
    /// prints is the address to open. It ends with Ctrl+C.
    #[command(after_help = "\
Example:
  BACKROOM_TOKEN=$(head -c 24 /dev/urandom | base64) backroom-cli serve --port 4020 --ui ui/dist
Other programs ask it like this:
  curl -H \"Authorization: Bearer $BACKROOM_TOKEN\" -d '{}' http://127.0.0.1:4020/rpc/today")]
    Serve(Serve),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// The file.
    pub(crate) file: PathBuf,
    /// The channel to book to, by its name; a name that is new makes a channel. Without it the file's kind
    /// decides, as long as there is one shop of that kind or the file's orders show which it is.
    #[arg(long, value_name = "NAME")]
    pub(crate) channel: Option<String>,
    /// What becomes of orders that carry a number of the channel and are plainly other orders: leave them out, or
    /// they are the same all the same.
    #[arg(long, value_enum, value_name = "leave|same")]
    pub(crate) others: Option<Others>,
    /// Orders placed before this day are history: they are kept, and nothing is done with them.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub(crate) start: Option<String>,
    /// Whether what this channel reports shipped, or sold at its till, stood on our shelf, so that our stock
    /// falls. Asked once and kept with the channel; without it stock stays, and the question needs you.
    #[arg(long, value_enum, value_name = "yes|no")]
    pub(crate) on_shelf: Option<YesNo>,
    /// What a column means: its header and a field. --dry-run --json lists the fields. May be said several times.
    #[arg(long, value_name = "COLUMN=FIELD")]
    pub(crate) map: Vec<String>,
    /// Read the file by a saved mapping, or by one in a file.
    #[arg(long, value_name = "NAME|FILE.json")]
    pub(crate) mapping: Option<String>,
    /// Keep how this file is read, for the next one with its header.
    #[arg(long, value_name = "NAME")]
    pub(crate) remember: Option<String>,
    /// What stands before decimals in numbers such as 1,234, where the column does not tell.
    #[arg(long, value_enum, value_name = "point|comma")]
    pub(crate) decimal: Option<Decimal>,
    /// What comes first in dates such as 03/08/26, where the column does not tell.
    #[arg(long, value_enum, value_name = "day-first|month-first")]
    pub(crate) dates: Option<Dates>,
    /// The currency of amounts that name none.
    #[arg(long, value_name = "EUR")]
    pub(crate) currency: Option<String>,
    /// What a word for how far an order is means: paid, to-ship, shipped, cancelled, … May be said several times.
    #[arg(long, value_name = "WORD=MEANING")]
    pub(crate) status: Vec<String>,
    /// The sheet of a workbook.
    #[arg(long, value_name = "NAME")]
    pub(crate) sheet: Option<String>,
    /// Make products of unknown SKUs, not counted yet.
    #[arg(long)]
    pub(crate) make_products: bool,
    /// Only say what would happen.
    #[arg(long)]
    pub(crate) dry_run: bool,
}

/// The mark before decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Decimal {
    Point,
    Comma,
}

/// Day or month first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dates {
    DayFirst,
    MonthFirst,
}

/// What becomes of orders that only share a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Others {
    Leave,
    Same,
}

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum YesNo {
    Yes,
    No,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Orders {
    /// Which.
    #[arg(long, value_enum, default_value_t = View::Open)]
    pub(crate) view: View,
    /// Sorted by.
    #[arg(long, value_enum, default_value_t = Sort::ShipBy)]
    pub(crate) sort: Sort,
    /// Greatest first.
    #[arg(long)]
    pub(crate) descending: bool,
    /// At most so many.
    #[arg(long, default_value_t = 50, value_name = "N")]
    pub(crate) limit: usize,
}

/// The preset views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum View {
    ToShip,
    Late,
    OnHold,
    AwaitingPayment,
    Short,
    NeedsYou,
    PartlyShipped,
    OnTheWay,
    Open,
    All,
}

/// What lists may be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Sort {
    ShipBy,
    Placed,
    Total,
    Name,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Ship {
    /// The orders, by number.
    #[arg(required_unless_present = "all")]
    pub(crate) numbers: Vec<String>,
    /// Everything that is ready.
    #[arg(long, conflicts_with = "numbers")]
    pub(crate) all: bool,
    /// Make a pick list.
    #[arg(long)]
    pub(crate) pick_list: bool,
    /// Make packing slips.
    #[arg(long)]
    pub(crate) slips: bool,
    /// Make labels.
    #[arg(long)]
    pub(crate) labels: bool,
    /// Hand over: the goods have left, stock falls. What has no label yet gets one first.
    #[arg(long)]
    pub(crate) hand_over: bool,
    /// The service, by its name; otherwise the one that fits best.
    #[arg(long)]
    pub(crate) service: Option<String>,
    /// The number on the label, for one order.
    #[arg(long)]
    pub(crate) tracking: Option<String>,
    /// Where the papers go.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Erase {
    /// Who: by e-mail, or by id as id:4711.
    #[arg(required = true)]
    pub(crate) who: Vec<String>,
    /// Do it. It cannot be taken back.
    #[arg(long)]
    pub(crate) for_good: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Print {
    /// The document's id.
    pub(crate) document: i64,
    /// Save it as this file; nothing is printed.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Only this page, from 1.
    #[arg(long)]
    pub(crate) page: Option<i64>,
    /// Why again; asked for a label that was printed before.
    #[arg(long, default_value = "")]
    pub(crate) reason: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// The port; 0 for any that is free.
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// The secret that every request must carry, at least 16 letters. The variable keeps it out of
    /// sight of other users of this computer.
    #[arg(long, env = "BACKROOM_TOKEN", hide_env_values = true)]
    pub(crate) token: String,
    /// The built pages.
    #[arg(long, value_name = "DIR")]
    pub(crate) ui: Option<PathBuf>,
}

#[cfg(test)]
mod tests {
    use super::Args;
    use clap::CommandFactory;

    #[test]
    fn the_help_is_consistent() {
        Args::command().debug_assert();
    }
}
