//! A PostgreSQL of our own for the store's tests: a temporary data folder, a free loopback port,
//! gone at the end.

use crate::process::{ask, listen};
use crate::project::Project;
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running server. Dropping it stops it and removes its folder.
#[derive(Debug)]
pub(crate) struct Postgres {
    server: Child,
    folder: PathBuf,
    programs: PathBuf,
    port: u16,
    /// `postgres (PostgreSQL) 15.18 …`.
    pub(crate) version: String,
}

impl Postgres {
    /// Makes a cluster and starts it. It refuses to run as root, so root hands over to `postgres`.
    pub(crate) fn start(project: &Project) -> Result<Self> {
        let programs = programs(project).context("no PostgreSQL server is installed")?;
        let version = ask(Command::new(programs.join("postgres")).arg("--version"))
            .context("postgres --version")?;
        let folder = std::env::temp_dir().join(format!("backroom-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        if is_root() {
            let (good, text) = listen(Command::new("chown").arg("postgres").arg(&folder))?;
            if !good {
                bail!("chown: {text}");
            }
        }
        let data = folder.join("data");
        let (good, text) = listen(
            as_postgres(&programs.join("initdb"), &folder)
                .arg("--pgdata")
                .arg(&data)
                .args([
                    "--username=backroom",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                ])
                .arg("--no-sync"),
        )?;
        if !good {
            bail!("initdb: {text}");
        }
        let port = free_port()?;
        let log = std::fs::File::create(folder.join("log"))?;
        let server = as_postgres(&programs.join("postgres"), &folder)
            .arg("-D")
            .arg(&data)
            .args([
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "max_connections=200",
            ])
            // A test cluster outlives no power cut; what FULL means is measured by the soak runs.
            .args([
                "-c",
                "fsync=off",
                "-c",
                "synchronous_commit=off",
                "-c",
                "full_page_writes=off",
            ])
            .args(["-c", &format!("port={port}")])
            .arg("-c")
            .arg(format!("unix_socket_directories={}", folder.display()))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .context("postgres does not start")?;
        let mut running = Self {
            server,
            folder,
            programs,
            port,
            version,
        };
        running.wait_until_ready()?;
        Ok(running)
    }

    /// The address that the tests are given.
    pub(crate) fn url(&self) -> String {
        format!("postgres://backroom@127.0.0.1:{}/postgres", self.port)
    }

    fn wait_until_ready(&mut self) -> Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(60) {
            if let Some(status) = self.server.try_wait()? {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                bail!("postgres ended with {status}\n{log}");
            }
            let mut ready = Command::new(self.programs.join("pg_isready"));
            ready.args([
                "--host=127.0.0.1",
                "--username=backroom",
                &format!("--port={}", self.port),
            ]);
            if ask(&mut ready).is_some() {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        bail!("postgres was not ready within a minute")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // Killing `runuser` would leave the server behind, so its own tool stops it.
        let mut stop = as_postgres(&self.programs.join("pg_ctl"), &self.folder);
        stop.arg("stop")
            .arg("-D")
            .arg(self.folder.join("data"))
            .args(["-m", "immediate", "-s"]);
        let stopped = listen(&mut stop).is_ok_and(|(good, _)| good);
        if !stopped {
            let _ = self.server.kill();
        }
        let _ = self.server.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The folder with `initdb`: on the search path, or the newest of Debian's.
fn programs(project: &Project) -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .ok()
        .map(|folders| {
            let mut found: Vec<(u32, PathBuf)> = folders
                .filter_map(|entry| {
                    let entry = entry.ok()?;
                    let version = entry.file_name().to_str()?.parse().ok()?;
                    let bin = entry.path().join("bin");
                    bin.join("initdb").is_file().then_some((version, bin))
                })
                .collect();
            found.sort();
            found.pop().map(|(_, bin)| bin)
        });
    versions.flatten().or_else(|| {
        let bin = ask(project.command("pg_config").arg("--bindir"))?;
        Some(PathBuf::from(bin)).filter(|bin| bin.join("initdb").is_file())
    })
}

/// The command as the user that may run a server, in a folder that this user may enter.
fn as_postgres(program: &Path, folder: &Path) -> Command {
    let mut command = if is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Whether this process is root, as `id` tells.
pub(crate) fn is_root() -> bool {
    cfg!(unix) && ask(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}

/// A loopback port that nobody listened on a moment ago.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::{Postgres, programs};
    use crate::process::ask;
    use crate::project::Project;
    use std::net::TcpStream;
    use std::process::Command;

    #[test]
    fn a_server_of_our_own_answers_and_leaves_nothing_behind() {
        let project = Project::here().expect("a checkout");
        if programs(&project).is_none() {
            println!("skipped: PostgreSQL is not installed");
            return;
        }
        let postgres = Postgres::start(&project).expect("a server");
        let (port, folder) = (postgres.port, postgres.folder.clone());
        let mut psql = Command::new(postgres.programs.join("psql"));
        let answer = ask(psql.args(["-At", "-c", "SELECT 6 * 7", &postgres.url()]));
        assert_eq!(answer.as_deref(), Some("42"));
        drop(postgres);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!folder.exists());
    }
}
