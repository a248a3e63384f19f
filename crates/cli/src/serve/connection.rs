//! A client's connection, as hyper reads and writes it.
//!
//! Two things hyper leaves to us. What it cannot read as HTTP it answers by itself, with a bare status: here that
//! answer gets AWS's shape. And a connection that is closed while the client still sends is reset by the system,
//! which may take the answer away before the client has read it: here it is read to its end first.

use super::refusal::Refusal;
use super::respond::{JSON, REQUEST_ID, request_id, unreadable};
use hyper::StatusCode;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::runtime::Handle;
use tokio::time::timeout;

/// How long a client is listened to that has its answer and goes on sending.
const LINGER: Duration = Duration::from_secs(5);

/// A stream between hyper and a client.
#[derive(Debug)]
pub(super) struct Connection {
    /// Taken away when it is dropped.
    stream: Option<TcpStream>,
    /// Whether the client has said its last word.
    is_heard: bool,
    /// Our words in place of hyper's, and how many of them are written.
    own: Option<(Vec<u8>, usize)>,
}

impl Connection {
    pub(super) fn new(stream: TcpStream) -> Self {
        Self { stream: Some(stream), is_heard: false, own: None }
    }

    fn stream(&mut self) -> io::Result<Pin<&mut TcpStream>> {
        self.stream.as_mut().map(Pin::new).ok_or_else(|| io::ErrorKind::NotConnected.into())
    }
}

impl AsyncRead for Connection {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buf.filled().len();
        ready!(self.stream()?.poll_read(cx, buf))?;
        self.is_heard |= buf.filled().len() == before && buf.remaining() > 0;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Connection {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        if self.own.is_none() {
            match refusal_by_hyper(buf) {
                Some(refusal) => self.own = Some((whole_answer(&refusal), 0)),
                None => return self.stream()?.poll_write(cx, buf),
            }
        }
        while let Some((words, written)) = self.own.take() {
            let rest = words.get(written..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            let result = self.stream()?.poll_write(cx, rest);
            let more = if let Poll::Ready(Ok(more)) = result { more } else { 0 };
            self.own = Some((words, written + more));
            if ready!(result)? == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
        }
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream()?.poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream()?.poll_shutdown(cx)
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        if let Some(stream) = self.stream.take()
            && !self.is_heard
            && let Ok(runtime) = Handle::try_current()
        {
            runtime.spawn(timeout(LINGER, listen_to_the_end(stream)));
        }
    }
}

/// Ends our side, and takes in what the client still sends.
async fn listen_to_the_end(mut stream: TcpStream) -> io::Result<()> {
    std::future::poll_fn(|cx| Pin::new(&mut stream).poll_shutdown(cx)).await?;
    let mut heard = [0; 8192];
    loop {
        stream.readable().await?;
        match stream.try_read(&mut heard) {
            Ok(0) => return Ok(()),
            Err(error) if error.kind() != io::ErrorKind::WouldBlock => return Err(error),
            _ => {}
        }
    }
}

/// What is to be said in place of an answer that hyper gives by itself: all of ours have an id. The rest of a long
/// answer is never taken for one, since JSON has no line ends within its texts.
fn refusal_by_hyper(words: &[u8]) -> Option<Refusal> {
    let head = words.windows(4).position(|end| end == b"\r\n\r\n").and_then(|end| words.get(..end))?;
    let head = std::str::from_utf8(head).ok()?.to_ascii_lowercase();
    let status = head.strip_prefix("http/1.1 ").or(head.strip_prefix("http/1.0 "))?.get(..3)?;
    let status = StatusCode::from_bytes(status.as_bytes()).ok().filter(StatusCode::is_client_error)?;
    let message = match status {
        StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE => "The request has too many headers, or too long ones.",
        StatusCode::URI_TOO_LONG => "The address of the request is too long.",
        _ => "This is not a request in HTTP.",
    };
    let refusal = unreadable(status, message);
    (!head.contains(REQUEST_ID)).then_some(refusal)
}

/// An answer as it goes over the wire, after which the connection is closed.
fn whole_answer(refusal: &Refusal) -> Vec<u8> {
    let body = refusal.to_json();
    format!(
        "HTTP/1.1 {}\r\ncontent-type: {JSON}\r\n{REQUEST_ID}: {}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
        refusal.status,
        request_id(),
        body.len()
    )
    .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_answers_that_hyper_gives_by_itself_are_replaced() {
        let bare = b"HTTP/1.1 431 Request Header Fields Too Large\r\ncontent-length: 0\r\n\r\n";
        let refusal = refusal_by_hyper(bare).map(|refusal| refusal.status);
        assert_eq!(refusal, Some(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE));
        let ours = b"HTTP/1.1 400 Bad Request\r\nx-amzn-requestid: 1\r\ncontent-length: 2\r\n\r\n{}";
        for other in
            [ours.as_slice(), b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"more of a body"]
        {
            assert_eq!(refusal_by_hyper(other), None);
        }
    }
}
