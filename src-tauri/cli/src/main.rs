//! `backroom-cli`: the shop without a window, for scripts, machines without a screen, and tests.
//!
//! It ends with 0 when it was done, 1 when it was refused or failed, 2 when it was asked wrongly, and 3
//! when the shop is open in Backroom: then it can be looked at, not changed.

#![expect(clippy::print_stderr, reason = "a command for a terminal")]

mod args;
mod backup;
mod failure;
mod import;
mod keep;
mod orders;
mod papers;
mod sample;
mod serve;
mod ship;
mod shop;
mod surface;
mod terminal;

use args::{Args, Command};
use clap::Parser;
use failure::Failure;
use shop::{Shop, Way};
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args.without_empty_variables(),
        Err(error) => return asked_wrongly(&error),
    };
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("backroom-cli: {error}");
            return ExitCode::from(1);
        }
    };
    match runtime.block_on(run(&args)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.tell(args.json);
            ExitCode::from(failure.code())
        }
    }
}

/// Help and version go out as they are; a wrong question is told as JSON to a program.
fn asked_wrongly(error: &clap::Error) -> ExitCode {
    let json = std::env::args_os().any(|arg| arg == "--json");
    if !json || !error.use_stderr() {
        error.exit();
    }
    let text = error.to_string();
    let told = serde_json::json!({ "error": { "code": "usage", "text": text.trim() } });
    eprintln!("{told}");
    ExitCode::from(2)
}

async fn run(args: &Args) -> Result<(), Failure> {
    let way = match &args.command {
        Command::Commands => {
            surface::list(args.json);
            return Ok(());
        }
        Command::Restore { file } => return backup::restore(args, file).await,
        Command::Orders(_) | Command::Order { .. } => Way::Look,
        Command::Call { name, .. } => surface::way(name),
        Command::Import(ask) if ask.dry_run => Way::Look,
        Command::Import(_)
        | Command::Print(_)
        | Command::Ship(_)
        | Command::Backup { .. }
        | Command::Check
        | Command::Daily
        | Command::Erase(_)
        | Command::Sample { .. }
        | Command::Serve(_) => Way::Change,
    };
    let shop = Shop::open(args, way).await?;
    let done = match &args.command {
        Command::Import(ask) => import::import(&shop, ask).await,
        Command::Orders(ask) => orders::list(&shop, ask).await,
        Command::Order { number } => orders::one(&shop, number).await,
        Command::Ship(ask) => ship::ship(&shop, ask).await,
        Command::Print(ask) => papers::print(&shop, ask).await,
        Command::Backup { to } => backup::backup(&shop, to.as_deref()).await,
        Command::Check => keep::check(&shop).await,
        Command::Daily => keep::daily(&shop).await,
        Command::Erase(ask) => keep::erase(&shop, ask).await,
        Command::Sample { pack } => sample::sample(&shop, *pack).await,
        Command::Call { name, body } => surface::call(&shop, name, body.as_deref()).await,
        Command::Serve(ask) => serve::serve(&shop, ask).await,
        Command::Commands | Command::Restore { .. } => Ok(()),
    };
    let closed = shop.close().await;
    done.and(closed)
}
