//! WebKitGTK's rendering, which must be settled in the environment before GTK starts.
//!
//! Setting a variable of a running process is unsafe, so the process replaces itself once with the
//! variable set. Nothing is switched off by default: without the DMA-BUF renderer WebKit draws in
//! software, which costs about a quarter of the frames.

use std::process::ExitCode;

/// Set in the second life of the process, so that there is no third.
const SETTLED: &str = "BACKROOM_RENDERING_SETTLED";
/// Draws without the graphics card at all, for a window that stays empty.
const SAFE: &str = "--safe-rendering";

/// What decides the rendering on a machine.
#[derive(Debug, Clone, Copy, Default)]
struct Machine {
    /// NVIDIA's own driver is loaded.
    nvidia: bool,
    /// The session is Wayland, not X11.
    wayland: bool,
    /// `--safe-rendering` was given.
    safe: bool,
    /// The owner has set one of WebKit's switches.
    chosen: bool,
}

impl Machine {
    /// The variables to set before GTK starts; none for most machines.
    fn variables(self) -> &'static [(&'static str, &'static str)] {
        if self.chosen {
            return &[];
        }
        if self.safe {
            return &[
                ("WEBKIT_DISABLE_DMABUF_RENDERER", "1"),
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
            ];
        }
        match (self.nvidia, self.wayland) {
            // An empty window since WebKitGTK 2.42; known upstream and not going to change there.
            (true, false) => &[("WEBKIT_DISABLE_DMABUF_RENDERER", "1")],
            // The compositor ends the connection over explicit sync.
            (true, true) => &[("__NV_DISABLE_EXPLICIT_SYNC", "1")],
            (false, _) => &[],
        }
    }
}

/// Starts this program anew with WebKit's variables if it needs any. `Some` only if that failed.
pub(crate) fn settle_rendering() -> Option<ExitCode> {
    if !cfg!(target_os = "linux") || std::env::var_os(SETTLED).is_some() {
        return None;
    }
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let machine = Machine {
        nvidia: std::path::Path::new("/proc/driver/nvidia/version").exists(),
        wayland: set("WAYLAND_DISPLAY"),
        safe: std::env::args_os().any(|arg| arg == SAFE),
        chosen: set("WEBKIT_DISABLE_DMABUF_RENDERER")
            || set("WEBKIT_DISABLE_COMPOSITING_MODE")
            || set("WEBKIT_DMABUF_RENDERER_FORCE_SHM"),
    };
    let variables = machine.variables();
    if variables.is_empty() {
        None
    } else {
        Some(start_anew(variables))
    }
}

#[cfg(unix)]
fn start_anew(variables: &[(&str, &str)]) -> ExitCode {
    use std::os::unix::process::CommandExt;
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return super::system::last_words(&error.to_string()),
    };
    let mut again = std::process::Command::new(program);
    again
        .args(std::env::args_os().skip(1))
        .env(SETTLED, "1")
        .envs(variables.iter().copied());
    // Returns only if the program could not be replaced.
    super::system::last_words(&again.exec().to_string())
}

#[cfg(not(unix))]
fn start_anew(_variables: &[(&str, &str)]) -> ExitCode {
    ExitCode::SUCCESS
}

#[cfg(test)]
mod tests {
    use super::Machine;

    fn names(machine: Machine) -> Vec<&'static str> {
        machine.variables().iter().map(|(name, _)| *name).collect()
    }

    #[test]
    fn most_machines_keep_their_graphics_card() {
        assert!(names(Machine::default()).is_empty());
        assert!(
            names(Machine {
                wayland: true,
                ..Machine::default()
            })
            .is_empty()
        );
    }

    #[test]
    fn nvidia_needs_one_switch_each_on_x11_and_wayland() {
        let nvidia = Machine {
            nvidia: true,
            ..Machine::default()
        };
        assert_eq!(names(nvidia), ["WEBKIT_DISABLE_DMABUF_RENDERER"]);
        assert_eq!(
            names(Machine {
                wayland: true,
                ..nvidia
            }),
            ["__NV_DISABLE_EXPLICIT_SYNC"]
        );
    }

    #[test]
    fn what_the_owner_set_is_left_alone() {
        let machine = Machine {
            nvidia: true,
            wayland: false,
            safe: true,
            chosen: true,
        };
        assert!(names(machine).is_empty());
    }
}
