//! Files written where the user chose: whole, or not at all. For the window and the companion alike.

use std::{io::Write as _, path::Path};

/// Puts a whole file in place, or leaves what stood there.
pub fn replace(target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut making = tempfile::Builder::new();
    // Who may read it is what the user's own files are readable to, not what temporary ones are.
    #[cfg(unix)]
    let making = making.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = making.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}
