//! From a request in HTTP to AWS's answer in HTTP.

use super::account::{Account, Answer};
use super::clock::Clock;
use super::limits::Limits;
use super::refusal::Refusal;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::{Body, Bytes, Incoming};
use hyper::header::{self, HeaderMap, HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use serde_json::Value;
use std::convert::Infallible;
use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::time::timeout;
use uuid::Uuid;
use window_planner_core::operations;
use window_planner_core::plan::Plan;

/// The content type of AWS JSON 1.1.
pub(super) const JSON: &str = "application/x-amz-json-1.1";

/// The header that gives each answer an id.
pub(super) const REQUEST_ID: &str = "x-amzn-requestid";

/// What stands before an operation's name in the header `X-Amz-Target`.
const SERVICE: &str = "AmazonSSM.";

/// AWS's code for a request that is none of its operations.
const UNKNOWN_OPERATION: &str = "UnknownOperationException";

/// What answers the requests of all connections.
#[derive(Debug)]
pub(super) struct Endpoint {
    pub(super) account: Account,
    /// What time it is for who only reads.
    pub(super) clock: Clock,
    pub(super) limits: Limits,
    /// What `GET /` says.
    pub(super) greeting: String,
    /// How many requests were answered.
    pub(super) answered: AtomicU64,
}

impl Endpoint {
    /// Answers a request, whatever it is.
    pub(super) async fn respond(
        &self,
        request: Request<Incoming>,
    ) -> Result<Response<Full<Bytes>>, Infallible> {
        let is_question =
            matches!(*request.method(), Method::GET | Method::HEAD) && request.uri().path() == "/";
        let response = if is_question {
            response(StatusCode::OK, "text/plain; charset=utf-8", self.greeting.clone())
        } else {
            match self.call(request).await {
                Ok(answer) => response(StatusCode::OK, JSON, answer.to_string()),
                Err(refusal) => response(refusal.status, JSON, refusal.to_json()),
            }
        };
        self.answered.fetch_add(1, Ordering::Relaxed);
        Ok(response)
    }

    async fn call(&self, request: Request<Incoming>) -> Answer {
        let (head, body) = request.into_parts();
        if head.headers.contains_key(header::ORIGIN) {
            let message =
                "A web page has no access: it could change the plan behind the back of its visitor.";
            return Err(Refusal::in_our_words(StatusCode::FORBIDDEN, "AccessDeniedException", message));
        }
        let (method, path) = (&head.method, head.uri.path());
        if *method != Method::POST || path != "/" {
            let message = format!("There is nothing at {method} {path}; operations are called by POST /.");
            return Err(Refusal::in_our_words(StatusCode::NOT_FOUND, UNKNOWN_OPERATION, message));
        }
        let operation = operation_name(&head.headers)?;
        check_content_type(&head.headers)?;
        let body = self.read(body).await?;
        let request = serde_json::from_slice(&body).map_err(|error| {
            unreadable(StatusCode::BAD_REQUEST, format_args!("The body is not JSON: {error}."))
        })?;
        self.perform(operation, request).await
    }

    /// Performs an operation: at once on the plan as it was last saved, or, if it may change something, in turn.
    async fn perform(&self, operation: &str, request: Value) -> Answer {
        if !operations::writes(operation) {
            return Ok(operations::call(&mut self.account.plan(), operation, request, self.clock.now())?);
        }
        let operation = operation.to_owned();
        let change = move |plan: &mut Plan, now| Ok(operations::call(plan, &operation, request, now)?);
        self.account.change(Box::new(change)).await
    }

    /// The whole body, if it is not too long and comes soon enough.
    async fn read(&self, body: Incoming) -> Result<Bytes, Refusal> {
        let Limits { body: limit, patience, .. } = self.limits;
        let too_long = || {
            unreadable(StatusCode::PAYLOAD_TOO_LARGE, format_args!("The body is longer than {limit} bytes."))
        };
        if body.size_hint().lower() > limit as u64 {
            return Err(too_long());
        }
        match timeout(patience, Limited::new(body, limit).collect()).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(too_long()),
            Ok(Err(error)) => {
                Err(unreadable(StatusCode::BAD_REQUEST, format_args!("The body cannot be read: {error}.")))
            }
            Err(_) => Err(unreadable(
                StatusCode::REQUEST_TIMEOUT,
                format_args!("The body did not come within {patience:?}."),
            )),
        }
    }
}

/// Refuses what never becomes a request.
pub(super) fn unreadable(status: StatusCode, message: impl fmt::Display) -> Refusal {
    Refusal::in_our_words(status, "SerializationException", message)
}

fn response(status: StatusCode, content_type: &'static str, body: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    // A UUID has no letter that a header may not have.
    headers.extend(HeaderValue::try_from(request_id()).map(|id| (HeaderName::from_static(REQUEST_ID), id)));
    response
}

/// A new id for an answer.
pub(super) fn request_id() -> String {
    Uuid::new_v4().to_string()
}

/// The `CreateMaintenanceWindow` of `X-Amz-Target: AmazonSSM.CreateMaintenanceWindow`.
fn operation_name(headers: &HeaderMap) -> Result<&str, Refusal> {
    let target = headers.get("x-amz-target").and_then(|target| target.to_str().ok()).unwrap_or_default();
    target.strip_prefix(SERVICE).ok_or_else(|| {
        let message =
            "The header X-Amz-Target must name an operation, as AmazonSSM.DescribeMaintenanceWindows does.";
        Refusal::in_our_words(StatusCode::BAD_REQUEST, UNKNOWN_OPERATION, message)
    })
}

fn check_content_type(headers: &HeaderMap) -> Result<(), Refusal> {
    let content_type =
        headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let (essence, _) = content_type.split_once(';').unwrap_or((content_type, ""));
    if essence.trim().eq_ignore_ascii_case(JSON) {
        return Ok(());
    }
    let message = format_args!("The header Content-Type must be {JSON}.");
    Err(Refusal::in_our_words(StatusCode::BAD_REQUEST, UNKNOWN_OPERATION, message))
}
