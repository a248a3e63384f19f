//! `serve`: the operations of maintenance windows on this machine, for AWS's own clients.

mod account;
mod clock;
mod connection;
mod limits;
mod listener;
mod refusal;
mod respond;

use crate::instant;
use crate::outcome::Outcome;
use account::Account;
use anyhow::{Context, anyhow};
use clap::Args;
use clock::{Clock, Speed};
use limits::Limits;
use respond::Endpoint;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use window_planner_core::Timestamp;

/// What `--help` adds. Its lines are short enough to be copied: longer ones are broken.
const EXAMPLES: &str = "\
Examples:
  window-planner serve --plan plan.json
  window-planner serve --now 2026-11-29T00:59:00Z             # it is always one minute before 01:00
  window-planner serve --now 2026-11-29T00:00:00Z --speed 60  # an hour passes in a minute

Clients find it by its address, and need a region and any credentials:
  export AWS_ENDPOINT_URL_SSM=http://127.0.0.1:4583 AWS_DEFAULT_REGION=us-east-1
  export AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any
  aws ssm create-maintenance-window --name nightly --schedule 'cron(0 1 ? * * *)' \\
    --duration 3 --cutoff 1 --allow-unassociated-targets
  aws ssm describe-maintenance-window-schedule --max-items 5

In programs: boto3.client('ssm', endpoint_url='http://127.0.0.1:4583'),
new SSMClient({ endpoint: 'http://127.0.0.1:4583' }).

A change is answered once it is safe on the disk. Nothing is sent to AWS and no task is run. Operations of Systems \
Manager that do not concern maintenance windows are answered with UnknownOperationException.";

/// Answer the operations of maintenance windows on this machine, for the AWS CLI and the AWS SDKs.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ServeArguments {
    /// The port to listen at; 0 takes one that is free.
    #[arg(long, default_value_t = 4583)]
    port: u16,

    /// The file that holds the windows; made if it is not there. Without it they are gone when the server ends.
    #[arg(long, value_name = "FILE")]
    plan: Option<PathBuf>,

    /// The address to listen at. Signatures are not checked: beyond this machine, anyone can change the plan.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1", value_parser = read_host)]
    host: IpAddr,

    /// What time it is: without --speed the clock stands still there, with it, it starts there.
    #[arg(long, value_name = "INSTANT", value_parser = instant::read)]
    now: Option<Timestamp>,

    /// How many times as fast as time the clock goes, from --now or from the present.
    #[arg(long, value_name = "N")]
    speed: Option<Speed>,
}

pub(crate) fn run(arguments: &ServeArguments) -> anyhow::Result<Outcome> {
    let clock = Clock::new(arguments.now, arguments.speed);
    let (account, plan_thread) = Account::open(arguments.plan.as_deref(), clock)?;
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(listen(SocketAddr::new(arguments.host, arguments.port)))?;
    let address = listener.local_addr()?;
    // Before anyone is told of the address, so that whoever reads it can stop us in good order.
    let stop = runtime.block_on(async { stop_signal() })?;
    introduce(arguments, address, &clock, account.plan().windows.len())?;

    let endpoint = Arc::new(Endpoint {
        account,
        clock,
        limits: Limits::default(),
        greeting: greeting(address),
        answered: AtomicU64::new(0),
    });
    runtime.block_on(listener::serve(listener, Arc::clone(&endpoint), stop));
    // What is left of connections goes, and with the endpoint what waits for changes; then the last one is saved.
    runtime.shutdown_background();
    let (answered, saves) = (endpoint.answered.load(Ordering::Relaxed), endpoint.account.saves());
    drop(endpoint);
    plan_thread.join().map_err(|_| anyhow!("the plan may not be saved: its thread has failed"))?;
    writeln!(io::stdout(), "Stopped; {answered} requests answered, the plan saved {saves} times.")?;
    Ok(Outcome::Fine)
}

async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("cannot listen at {address}"))
}

/// Says in one line where it is, what it serves, what time it is there, and how to use it.
fn introduce(
    arguments: &ServeArguments,
    address: SocketAddr,
    clock: &Clock,
    windows: usize,
) -> io::Result<()> {
    let plan = match &arguments.plan {
        Some(file) => {
            format!("plan {} ({windows} {})", file.display(), if windows == 1 { "window" } else { "windows" })
        }
        None => "plan in memory only".to_owned(),
    };
    writeln!(
        io::stdout(),
        "Listening at http://{address}; {plan}; clock {clock}. Try: {}",
        example(address)
    )?;
    if !address.ip().is_loopback() {
        writeln!(
            io::stderr(),
            "window-planner: warning: {address} is open to other machines, and nobody is asked who they are: \
             whoever reaches it can read and change the plan"
        )?;
    }
    Ok(())
}

/// What `GET /` says.
fn greeting(address: SocketAddr) -> String {
    format!(
        "Window Planner {} answers the maintenance-window operations of AWS Systems Manager here. Try: {}\n",
        env!("CARGO_PKG_VERSION"),
        example(address)
    )
}

/// A command that works as it is. An address that stands for all of a machine's is no address to call.
fn example(mut address: SocketAddr) -> String {
    if address.ip().is_unspecified() {
        address.set_ip(Ipv4Addr::LOCALHOST.into());
    }
    format!(
        "aws ssm describe-maintenance-windows --endpoint-url http://{address} --region us-east-1 --no-sign-request"
    )
}

/// Ends when this process is told to stop: from the keyboard, or by whoever supervises it.
#[cfg(unix)]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ends when this process is told to stop from the keyboard.
#[cfg(not(unix))]
fn stop_signal() -> io::Result<impl Future<Output = ()>> {
    let mut interrupt = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        interrupt.recv().await;
    })
}

/// Reads an address of a machine; `localhost` is this one's.
fn read_host(text: &str) -> Result<IpAddr, &'static str> {
    match text {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        _ => text
            .parse()
            .map_err(|_| "Write an address, such as 127.0.0.1, or 0.0.0.0 for all of this machine."),
    }
}
