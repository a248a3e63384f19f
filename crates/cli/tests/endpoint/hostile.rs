//! What no client sends: always an answer in AWS's shape that blames the request, never a crash, never silence.

use crate::client::{Client, head};
use crate::server::Server;
use std::thread;

const OPERATION: &str = "DescribeMaintenanceWindows";

/// A request of that operation with this body.
fn request(body: impl AsRef<[u8]>) -> Vec<u8> {
    let body = body.as_ref();
    [head(OPERATION, body.len()).as_bytes(), body].concat()
}

/// A request with other headers, each with its line end.
fn with_headers(headers: &str) -> Vec<u8> {
    format!("POST / HTTP/1.1\r\n{headers}\r\n{{}}").into_bytes()
}

fn nested(depth: usize) -> String {
    "{\"Filters\":".to_owned() + &"[".repeat(depth) + &"]".repeat(depth) + "}"
}

/// What is sent, and the status and code that it is answered with.
#[expect(clippy::too_many_lines, reason = "a table")]
fn cases() -> Vec<(&'static str, Vec<u8>, u16, &'static str)> {
    const TYPE: &str = "Content-Type: application/x-amz-json-1.1\r\n";
    const TARGET: &str = "X-Amz-Target: AmazonSSM.DescribeMaintenanceWindows\r\n";
    const LENGTH: &str = "Content-Length: 2\r\n";
    let chunked = format!("POST / HTTP/1.1\r\n{TYPE}{TARGET}Transfer-Encoding: chunked\r\n\r\n");
    let megabytes = "x".repeat(10 << 20);
    let target = |target: &[u8]| {
        [b"POST / HTTP/1.1\r\n", TYPE.as_bytes(), LENGTH.as_bytes(), b"X-Amz-Target: ", target, b"\r\n\r\n{}"]
            .concat()
    };
    vec![
        ("no body", request(""), 400, "SerializationException"),
        ("truncated JSON", request("{\"MaxResults\": 1"), 400, "SerializationException"),
        ("two values", request("{} {}"), 400, "SerializationException"),
        ("a comment", request("{} // x"), 400, "SerializationException"),
        ("no object", request("[]"), 400, "SerializationException"),
        ("null", request("null"), 400, "SerializationException"),
        ("a wrong type", request("{\"MaxResults\": \"ten\"}"), 400, "SerializationException"),
        ("another wrong type", request("{\"Filters\": {\"Key\": []}}"), 400, "SerializationException"),
        ("a huge number", request("{\"MaxResults\": 1e999}"), 400, "SerializationException"),
        ("deep nesting", request(nested(100_000)), 400, "SerializationException"),
        ("nesting just short of the limit", request(nested(120)), 400, "SerializationException"),
        ("deep nesting without an end", request("[".repeat(900_000)), 400, "SerializationException"),
        ("invalid UTF-8", request(b"{\"NextToken\": \"\xff\"}"), 400, "SerializationException"),
        ("half a surrogate pair", request(r#"{"NextToken": "\ud800"}"#), 400, "SerializationException"),
        ("NUL", request(b"{\"NextToken\": \"\0\"}"), 400, "SerializationException"),
        ("10 MB of nothing", request(&megabytes), 413, "SerializationException"),
        (
            "10 MB of text",
            request(format!("{{\"NextToken\":\"{megabytes}\"}}")),
            413,
            "SerializationException",
        ),
        (
            "10 MB in one chunk",
            format!("{chunked}{:x}\r\n{megabytes}\r\n0\r\n\r\n", megabytes.len()).into_bytes(),
            413,
            "SerializationException",
        ),
        (
            "a broken chunk",
            format!("{chunked}xyz\r\n{{}}\r\n0\r\n\r\n").into_bytes(),
            400,
            "SerializationException",
        ),
        ("an unknown operation", target(b"AmazonSSM.StartRocket"), 400, "UnknownOperationException"),
        ("another operation of SSM", target(b"AmazonSSM.GetParameter"), 400, "UnknownOperationException"),
        ("no operation", target(b"AmazonSSM."), 400, "UnknownOperationException"),
        ("another service", target(b"DynamoDB_20120810.ListTables"), 400, "UnknownOperationException"),
        ("a target that is no text", target(b"AmazonSSM.\xff\xfe"), 400, "UnknownOperationException"),
        ("a very long target", target(&b"AmazonSSM.".repeat(10_000)), 400, "UnknownOperationException"),
        ("no target", with_headers(&format!("{TYPE}{LENGTH}")), 400, "UnknownOperationException"),
        ("no content type", with_headers(&format!("{TARGET}{LENGTH}")), 400, "UnknownOperationException"),
        (
            "a form",
            with_headers(&format!("{TARGET}{LENGTH}Content-Type: application/x-www-form-urlencoded\r\n")),
            400,
            "UnknownOperationException",
        ),
        (
            "a web page",
            with_headers(&format!("{TYPE}{TARGET}{LENGTH}Origin: http://evil.example\r\n")),
            403,
            "AccessDeniedException",
        ),
        (
            "a header of 1 MB",
            with_headers(&format!("X: {}\r\n", "x".repeat(1 << 20))),
            431,
            "SerializationException",
        ),
        ("10,000 headers", with_headers(&"X: x\r\n".repeat(10_000)), 431, "SerializationException"),
        ("a header without a name", with_headers(": x\r\n"), 400, "SerializationException"),
        ("a header with NUL", with_headers("X: \0\r\n"), 400, "SerializationException"),
        (
            "two lengths",
            with_headers(&format!("{LENGTH}Content-Length: 3\r\n")),
            400,
            "SerializationException",
        ),
        ("a length below 0", with_headers("Content-Length: -1\r\n"), 400, "SerializationException"),
        (
            "a length beyond 64 bits",
            with_headers(&format!("Content-Length: {}\r\n", "9".repeat(30))),
            400,
            "SerializationException",
        ),
        (
            "a promised 16 EB",
            with_headers(&format!("{TYPE}{TARGET}Content-Length: {}\r\n", u64::MAX - 2)),
            413,
            "SerializationException",
        ),
        ("an unknown encoding", with_headers("Transfer-Encoding: gzip\r\n"), 400, "SerializationException"),
        ("no HTTP", b"hello\r\n\r\n".to_vec(), 400, "SerializationException"),
        ("binary", vec![0xff; 4096], 400, "SerializationException"),
        (
            "a TLS handshake",
            b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03".repeat(30),
            400,
            "SerializationException",
        ),
        (
            "a very long path",
            format!("GET /{} HTTP/1.1\r\n\r\n", "x".repeat(100_000)).into_bytes(),
            414,
            "SerializationException",
        ),
        (
            "another path",
            b"POST /x HTTP/1.1\r\nContent-Length: 0\r\n\r\n".to_vec(),
            404,
            "UnknownOperationException",
        ),
        ("another method", b"DELETE / HTTP/1.1\r\n\r\n".to_vec(), 404, "UnknownOperationException"),
        (
            "a browser's question",
            b"OPTIONS / HTTP/1.1\r\nOrigin: http://evil.example\r\n\r\n".to_vec(),
            403,
            "AccessDeniedException",
        ),
    ]
}

#[test]
fn whatever_comes_is_answered_with_a_4xx_in_the_shape_of_aws() {
    let server = Server::start(&[]);
    let mut wrong = Vec::new();
    for (what, bytes, status, code) in cases() {
        let mut client = Client::connect(server.address);
        // The server may answer, and hang up, before it has heard it all.
        let _ = client.send(&bytes);
        let answer = client.receive().unwrap_or_else(|error| panic!("{what}: {error}"));
        let shape = (
            answer.status,
            answer.code(),
            answer.header("content-type"),
            answer.header("x-amzn-requestid").map(str::len),
            answer.json()["message"].is_string(),
        );
        if shape != (status, code.to_owned(), Some("application/x-amz-json-1.1"), Some(36), true) {
            wrong.push(format!("{what}: {answer:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let ended = server.stop("TERM");
    assert_eq!((ended.code, ended.log.as_str()), (Some(0), ""));
}

#[test]
fn clients_that_break_off_or_say_nothing_do_no_harm() {
    let server = Server::start(&[]);
    let silent: Vec<_> = (0..300).map(|_| Client::connect(server.address)).collect();
    thread::scope(|scope| {
        for cut in 0..300 {
            scope.spawn(move || {
                let whole = request("{\"MaxResults\": 50}");
                let mut client = Client::connect(server.address);
                let _ = client.send(whole.get(..cut).unwrap_or(&whole));
            });
        }
    });
    let answer = Client::connect(server.address).call("NoOperation", &serde_json::json!({}));
    assert_eq!(answer.status, 400);
    drop(silent);
    assert_eq!(server.stop("INT").code, Some(0));
}
