//! The driver: WebKit's own program that starts the application and passes on what a person would do.

use std::{
    fs::File,
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, error::NewSessionError};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};

use crate::{Home, place, process};

/// How long a driver may take until it answers.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver with the application it started.
pub(crate) struct Driver {
    child: Child,
    /// The application's process, to end it where the driver cannot.
    application: Option<u32>,
}

impl Driver {
    /// Starts a driver that works in the folders of `home`, and through it the application with these arguments.
    pub(crate) async fn start(
        home: &Home,
        arguments: &[String],
        environment: &[(&str, &str)],
        log: &Path,
    ) -> (Self, Client) {
        let log = File::options().create(true).append(true).open(log).expect("a file for what the driver says");
        let port = free_port();
        let mut command = Command::new("WebKitWebDriver");
        home.lend(&mut command)
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("the same file"))
            .stderr(log);
        let child = command.spawn().expect("WebKitWebDriver starts; 'make packages' installs it");
        let mut driver = Self { child, application: None };
        let client = driver.connect(port, arguments).await;
        driver.application =
            process::family(driver.child.id()).into_iter().find(|one| process::name(*one) == "rapporteur");
        (driver, client)
    }

    async fn connect(&mut self, port: u16, arguments: &[String]) -> Client {
        let options = json!({ "binary": place::program("rapporteur"), "args": arguments });
        let wanted = Map::from_iter([("webkitgtk:browserOptions".to_owned(), options)]);
        let address = format!("http://127.0.0.1:{port}");
        let answer = tokio::time::timeout(PATIENCE, async {
            loop {
                let mut builder = ClientBuilder::new(HttpConnector::new());
                match builder.capabilities(wanted.clone()).connect(&address).await {
                    Ok(client) => return client,
                    // What the driver itself refuses is final; until it listens there is nothing to reach.
                    Err(error @ (NewSessionError::NotW3C(_) | NewSessionError::SessionNotCreated(_))) => {
                        panic!("the driver could not start the application: {error}")
                    }
                    Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
                }
            }
        });
        answer.await.unwrap_or_else(|_| panic!("the driver did not answer within {PATIENCE:?}"))
    }

    /// The application's process.
    pub(crate) fn application(&self) -> u32 {
        self.application.expect("the driver started the application")
    }

    /// Ends what is still there of the driver and the application.
    pub(crate) fn end(&mut self) {
        if let Some(application) = self.application.take()
            && process::runs(application)
            && process::name(application) == "rapporteur"
        {
            process::end(application);
        }
        // A driver that has ended already is what was wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.end();
    }
}

/// A port that nobody listens on at the moment.
#[allow(
    clippy::disallowed_types,
    reason = "the browser driver wants a free port; the application itself never listens"
)]
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    listener.local_addr().expect("its number").port()
}

/// An element as the driver names it, from a script's answer.
pub(crate) fn element(client: &Client, answer: &Value) -> Option<fantoccini::elements::Element> {
    let id = answer.get("element-6066-11e4-a52e-4f735466cecf")?.as_str()?;
    Some(fantoccini::elements::Element::from_element_id(client.clone(), id.to_owned().into()))
}
