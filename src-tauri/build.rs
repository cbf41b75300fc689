//! Makes a permission of every command, and what Tauri needs of its configuration.

include!("src/command/list.rs");

macro_rules! names {
    ($($module:ident::$name:ident)*) => { &[$(stringify!($name)),*] };
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commands: &'static [&'static str] = commands!(names);
    let manifest = tauri_build::AppManifest::new().commands(commands);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
