//! Accepts connections until it is told to stop.

use super::connection::Connection;
use super::respond::Endpoint;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// How long to wait when no connection can be accepted, as when too many files are open.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);

/// Serves until `stop` is there, and then until the requests that have begun are answered.
pub(super) async fn serve(listener: TcpListener, endpoint: Arc<Endpoint>, stop: impl Future<Output = ()>) {
    let limits = endpoint.limits;
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.patience);
    let connections = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));

    let accept_all = async {
        loop {
            let Ok((stream, place)) = accept(&listener, &places).await else {
                sleep(ACCEPT_AGAIN).await;
                continue;
            };
            let endpoint = Arc::clone(&endpoint);
            let service = service_fn(move |request| {
                let endpoint = Arc::clone(&endpoint);
                async move { endpoint.respond(request).await }
            });
            let connection = http.serve_connection(TokioIo::new(Connection::new(stream)), service);
            let connection = connections.watch(connection);
            tokio::spawn(async move {
                // It ends with an error when the client breaks off, which concerns the client alone.
                let _ = connection.await;
                drop(place);
            });
        }
    };
    tokio::select! {
        () = accept_all => {}
        () = stop => {}
    }
    drop(listener);
    let _ = timeout(limits.grace, connections.shutdown()).await;
}

/// Waits for room and for a client.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
) -> anyhow::Result<(TcpStream, OwnedSemaphorePermit)> {
    let place = Arc::clone(places).acquire_owned().await?;
    let (stream, _) = listener.accept().await?;
    // An answer goes out at once, not when the next one fills its packet.
    stream.set_nodelay(true)?;
    Ok((stream, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::account::Account;
    use crate::serve::clock::Clock;
    use crate::serve::limits::Limits;
    use std::io::{Read, Write};
    use std::net::SocketAddr;
    use std::sync::atomic::AtomicU64;
    use std::thread;
    use std::time::Instant;
    use tokio::runtime::Runtime;
    use tokio::sync::oneshot;
    use window_planner_core::Timestamp;

    const HEAD: &str = "POST / HTTP/1.1\r\nhost: here\r\nx-amz-target: AmazonSSM.GetMaintenanceWindow\r\n\
                        content-type: application/x-amz-json-1.1\r\n";

    const LIMITS: Limits = Limits {
        body: 1000,
        patience: Duration::from_millis(800),
        connections: 1,
        grace: Duration::from_secs(5),
    };

    /// A server that `stop` ends.
    struct Server {
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        thread: thread::JoinHandle<()>,
    }

    impl Server {
        fn start() -> Self {
            let (stop, stopped) = oneshot::channel();
            let runtime = Runtime::new().unwrap();
            let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
            let address = listener.local_addr().unwrap();
            let clock = Clock::new(Some(Timestamp::EPOCH), None);
            let (account, _) = Account::open(None, clock).unwrap();
            let answered = AtomicU64::new(0);
            let endpoint = Endpoint { account, clock, limits: LIMITS, greeting: String::new(), answered };
            let stopped = async { stopped.await.unwrap() };
            let thread =
                thread::spawn(move || runtime.block_on(serve(listener, Arc::new(endpoint), stopped)));
            Self { address, stop, thread }
        }

        fn connect(&self) -> std::net::TcpStream {
            let stream = std::net::TcpStream::connect(self.address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            stream
        }

        fn stop(self) {
            self.stop.send(()).unwrap();
            self.thread.join().unwrap();
        }
    }

    /// What comes until the connection is closed.
    fn read_all(mut stream: &std::net::TcpStream) -> String {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn a_body_that_does_not_come_is_not_waited_for() {
        let server = Server::start();
        let mut client = server.connect();
        write!(client, "{HEAD}content-length: 100\r\n\r\n{{").unwrap();
        let answer = read_all(&client);
        assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("\"__type\""), "{answer}");
        server.stop();
    }

    #[test]
    fn nor_is_one_that_comes_drop_by_drop() {
        let server = Server::start();
        let mut client = server.connect();
        write!(client, "{HEAD}transfer-encoding: chunked\r\n\r\n").unwrap();
        let started = Instant::now();
        while write!(client, "1\r\n \r\n").is_ok() && started.elapsed() < 3 * LIMITS.patience {
            thread::sleep(LIMITS.patience / 10);
        }
        let answer = read_all(&client);
        assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
        server.stop();
    }

    #[test]
    fn headers_that_do_not_come_end_the_connection() {
        let server = Server::start();
        let mut client = server.connect();
        write!(client, "{HEAD}").unwrap();
        assert_eq!(read_all(&client), "");
        server.stop();
    }

    #[test]
    fn a_client_beyond_the_limit_waits_for_its_turn() {
        let server = Server::start();
        let (first, mut second) = (server.connect(), server.connect());
        write!(second, "GET / HTTP/1.1\r\nconnection: close\r\n\r\n").unwrap();
        // The first one says nothing, so that it loses its place.
        assert_eq!(read_all(&first), "");
        assert!(read_all(&second).starts_with("HTTP/1.1 200 "));
        server.stop();
    }

    #[test]
    fn what_has_begun_is_answered_before_it_stops() {
        let server = Server::start();
        let mut client = server.connect();
        write!(client, "{HEAD}expect: 100-continue\r\ncontent-length: 2\r\n\r\n").unwrap();
        let mut go_on = [0; "HTTP/1.1 100 Continue\r\n\r\n".len()];
        client.read_exact(&mut go_on).unwrap();
        server.stop.send(()).unwrap();
        while std::net::TcpStream::connect(server.address).is_ok() {
            thread::sleep(Duration::from_millis(1));
        }
        write!(client, "{{}}").unwrap();
        let answer = read_all(&client);
        assert!(answer.starts_with("HTTP/1.1 400 ") && answer.contains("__type"), "{answer}");
        server.thread.join().unwrap();
    }
}
