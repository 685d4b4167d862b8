//! Writes the typed key list for the window: `cargo run -p words --bin words-keys`.

fn main() -> std::io::Result<()> {
    std::fs::write(words::typescript::path(), words::typescript::keys())
}
