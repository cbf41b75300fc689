//! The screen as a person sees it: where a process has its window, what is painted there, and closing it.

use x11rb::{
    connection::Connection as _,
    protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt as _, EventMask, ImageFormat, Window},
    rust_connection::RustConnection,
};

/// The stretch of a window that is watched: its upper left, where its data begins.
pub const WATCHED: (u16, u16) = (640, 400);

/// A connection to the display.
pub struct Screen {
    connection: RustConnection,
    root: Window,
}

impl Screen {
    /// The display that the measurement runs on.
    pub fn connect() -> Self {
        let (connection, screen) = RustConnection::connect(None).expect("a display; '.make/display' makes one");
        let root = connection.setup().roots[screen].root;
        Self { connection, root }
    }

    /// The window of a process, once the window manager has taken it in.
    pub fn window_of(&self, process: u32) -> Option<Window> {
        let windows = self.property(self.root, "_NET_CLIENT_LIST", AtomEnum::WINDOW.into());
        windows
            .into_iter()
            .find(|window| self.property(*window, "_NET_WM_PID", AtomEnum::CARDINAL.into()).first() == Some(&process))
    }

    /// What is painted in the upper left of a window; none while it is not there.
    pub fn picture(&self, window: Window) -> Option<Vec<u8>> {
        let place = self.connection.translate_coordinates(window, self.root, 0, 0).ok()?.reply().ok()?;
        let (width, height) = WATCHED;
        let picture = self.connection.get_image(
            ImageFormat::Z_PIXMAP,
            self.root,
            place.dst_x,
            place.dst_y,
            width,
            height,
            u32::MAX,
        );
        Some(picture.ok()?.reply().ok()?.data)
    }

    /// Asks a window to close, as the button of its frame does.
    pub fn close(&self, window: Window) {
        let protocols = self.atom("WM_PROTOCOLS");
        let event = ClientMessageEvent::new(32, window, protocols, [self.atom("WM_DELETE_WINDOW"), 0, 0, 0, 0]);
        // A window that has gone already is what was wanted.
        let _ = self.connection.send_event(false, window, EventMask::NO_EVENT, event);
        let _ = self.connection.flush();
    }

    fn property(&self, window: Window, name: &str, kind: u32) -> Vec<u32> {
        let asked = self.connection.get_property(false, window, self.atom(name), kind, 0, 1024);
        let answer = asked.ok().and_then(|cookie| cookie.reply().ok());
        answer.and_then(|answer| answer.value32().map(Iterator::collect)).unwrap_or_default()
    }

    fn atom(&self, name: &str) -> u32 {
        let cookie = self.connection.intern_atom(false, name.as_bytes()).expect("a name");
        cookie.reply().expect("its number").atom
    }
}
