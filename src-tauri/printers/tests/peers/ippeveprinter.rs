//! A real IPP printer for tests: `ippeveprinter` (Debian package cups-ipp-utils), which announces
//! itself by DNS-SD and therefore needs D-Bus and avahi. Where the system's own are not running,
//! private ones are started and stopped with the printer.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=SOCKET</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="*"/>
<allow send_destination="*" eavesdrop="true"/><allow receive_type="*"/></policy></busconfig>"#;

/// A running printer with its own spool folder; stopped when dropped.
pub(crate) struct RealPrinter {
    pub(crate) uri: String,
    dir: tempfile::TempDir,
    children: Vec<Child>,
}

/// Starts a printer, or says why it cannot: under CI that is a failure.
pub(crate) fn start(formats: &str) -> Option<RealPrinter> {
    for (tool, package) in [
        ("ippeveprinter", "cups-ipp-utils"),
        ("dbus-daemon", "dbus"),
        ("avahi-daemon", "avahi-daemon"),
    ] {
        if find(tool).is_none() {
            return missing(&format!(
                "{tool} is not installed (Debian package {package})"
            ));
        }
    }
    let dir = tempfile::tempdir().unwrap();
    let spool = dir.path().join("spool");
    fs::create_dir(&spool).unwrap();
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let mut printer = RealPrinter {
        uri: format!("ipp://127.0.0.1:{port}/ipp/print"),
        dir,
        children: Vec::new(),
    };
    let bus = printer.announcers();
    let command = || {
        let mut command = tool("ippeveprinter");
        command
            .args([
                "-p",
                &port.to_string(),
                "-n",
                "localhost",
                "-r",
                "off",
                "-f",
                formats,
            ])
            // A colour printer: only those know photo papers, 4×6 among them.
            .args(["-s", "60,60", "-k", "-d"])
            .arg(&spool)
            // Without a command it pretends to print for up to 15 seconds.
            .arg("-c")
            .arg(find("true").unwrap())
            .arg(format!("Test printer {port}"));
        if let Some(bus) = &bus {
            command.env(
                "DBUS_SYSTEM_BUS_ADDRESS",
                format!("unix:path={}", bus.display()),
            );
        }
        command
    };
    printer.spawn(command(), "ippeveprinter.log");
    // Avahi needs a moment before it lets a printer in, and ippeveprinter gives up at once.
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Some(printer);
        }
        std::thread::sleep(Duration::from_millis(100));
        if printer
            .children
            .last_mut()
            .is_some_and(|c| c.try_wait().unwrap().is_some())
        {
            printer.children.pop();
            printer.spawn(command(), "ippeveprinter.log");
        }
    }
    let log = fs::read_to_string(printer.dir.path().join("ippeveprinter.log")).unwrap_or_default();
    missing(&format!("ippeveprinter did not start: {}", log.trim()))
}

/// Says that a peer is missing. A quiet skip under CI would be a test that cannot fail.
pub(crate) fn missing<T>(why: &str) -> Option<T> {
    assert!(std::env::var_os("CI").is_none(), "{why}");
    println!("skipped: {why}");
    None
}

impl RealPrinter {
    /// The documents that arrived, in order of their names.
    pub(crate) fn spooled(&self) -> Vec<PathBuf> {
        let mut files: Vec<PathBuf> = fs::read_dir(self.dir.path().join("spool"))
            .unwrap()
            .map(|f| f.unwrap().path())
            // What the command wrote is no document.
            .filter(|path| path.extension().is_none_or(|ending| ending != "prn"))
            .collect();
        files.sort();
        files
    }

    /// Switches the printer off.
    pub(crate) fn stop(&mut self) {
        for child in self.children.iter_mut().rev() {
            let _ = child.kill();
            let _ = child.wait();
        }
        self.children.clear();
    }

    /// Private D-Bus and avahi, unless the system's own are there.
    fn announcers(&mut self) -> Option<PathBuf> {
        if Path::new("/run/avahi-daemon/socket").exists()
            && std::os::unix::net::UnixStream::connect("/run/dbus/system_bus_socket").is_ok()
            && std::os::unix::net::UnixStream::connect("/run/avahi-daemon/socket").is_ok()
        {
            return None;
        }
        let socket = self.dir.path().join("bus");
        let config = self.dir.path().join("bus.conf");
        fs::write(
            &config,
            BUS.replace("SOCKET", &socket.display().to_string()),
        )
        .unwrap();
        let mut bus = tool("dbus-daemon");
        bus.args(["--nofork", "--nopidfile"])
            .arg(format!("--config-file={}", config.display()));
        self.spawn(bus, "dbus.log");
        for _ in 0..50 {
            if socket.exists() {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        let _ = fs::create_dir_all("/run/avahi-daemon");
        let mut avahi = tool("avahi-daemon");
        avahi
            .args(["--no-drop-root", "--no-chroot", "--no-rlimits"])
            .env(
                "DBUS_SYSTEM_BUS_ADDRESS",
                format!("unix:path={}", socket.display()),
            );
        self.spawn(avahi, "avahi.log");
        std::thread::sleep(Duration::from_millis(500));
        Some(socket)
    }

    fn spawn(&mut self, mut command: Command, log: &str) {
        let log = fs::File::create(self.dir.path().join(log)).unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log)
            .spawn()
            .unwrap();
        self.children.push(child);
    }
}

impl Drop for RealPrinter {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Debian keeps daemons in `/usr/sbin`, which is not in everybody's path.
fn find(tool: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .chain(["/usr/sbin", "/usr/bin", "/sbin"].map(PathBuf::from))
        .map(|dir| dir.join(tool))
        .find(|file| file.is_file())
}

fn tool(name: &str) -> Command {
    Command::new(find(name).unwrap())
}
