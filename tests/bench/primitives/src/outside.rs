//! Pools, servers, queues and the database: what a hundred clients at ten connections cost, a message, and a transaction. Without
//! peers: what there is in Rust talks to a network.

use std::collections::VecDeque;

use clock::{Duration, Instant};
use primitives::{
    Actor, Borrow, ConnectionPool, Database, DeadlockRule, IdleOrder, Isolation, Key, MessageQueue,
    MessageQueueOptions, PoolOptions, Server, ServerOptions, Validation, Waiter,
};

use crate::Report;

const OPERATIONS: u32 = 2_000_000;
const CLIENTS: u32 = 100;
const PLACES: u32 = 10;

pub(crate) fn measure(report: &Report) {
    report.row(
        "pool: release and acquire, 100 at 10",
        OPERATIONS,
        busy_pool,
        |(it, held), _| {
            let (connection, client) = held.pop_front().expect("all places are taken");
            let mut woken = Vec::new();
            let _ = it.release(&connection, Instant::ZERO, &mut woken);
            for lent in woken {
                if let Borrow::Use(connection) = lent.borrow {
                    held.push_back((connection, lent.actor.0));
                }
            }
            it.borrow(Waiter(client), Actor(client), Instant::ZERO)
        },
    );
    report.row(
        "server: leave and arrive, 100 at 10",
        OPERATIONS,
        busy_server,
        |(it, served), _| {
            let (request, client) = served.pop_front().expect("all are busy");
            let mut woken = Vec::new();
            let _ = it.leave(request, Instant::ZERO, &mut woken);
            for admitted in woken {
                served.push_back((admitted.request, admitted.actor.0));
            }
            it.arrive(Waiter(client), Actor(client), Instant::ZERO)
        },
    );
    let queue = || {
        MessageQueue::<u32>::new(MessageQueueOptions {
            visibility: Duration::from_millis(30_000),
            max_receives: Some(3),
        })
    };
    report.row(
        "queue: send, receive and acknowledge",
        OPERATIONS,
        queue,
        |it, index| {
            it.send(index, Duration::ZERO, Instant::ZERO, &mut Vec::new());
            let delivery = it.try_receive(Actor(0), Instant::ZERO).expect("a message");
            it.acknowledge(delivery.receipt)
        },
    );
    for (name, isolation) in [
        ("database: a transaction, read committed", Isolation::ReadCommitted),
        ("database: a transaction, serializable", Isolation::Serializable),
    ] {
        report.row(name, OPERATIONS, rows, |(it, keys), index| {
            let key = &keys[(index % CLIENTS) as usize];
            let mut woken = Vec::new();
            it.begin(index, Actor(0), isolation);
            let _ = it.lock(&index, key, Waiter(0), Actor(0), &mut woken);
            let value = it.get(&index, key).ok().flatten();
            let _ = it.write(&index, key, value);
            it.commit(&index, &mut woken).is_ok()
        });
    }
}

fn busy_pool() -> (ConnectionPool<u32>, VecDeque<(u32, u32)>) {
    let mut pool = ConnectionPool::new(
        PoolOptions {
            max_size: PLACES,
            min_size: 0,
            max_waiting: None,
            idle_timeout: Duration::from_millis(60_000),
            max_lifetime: Duration::from_millis(3_600_000),
            maintenance: Duration::from_millis(30_000),
            leak_detection: None,
            validation: Validation::Never,
            idle_order: IdleOrder::LastIn,
        },
        Instant::ZERO,
    );
    let mut held = VecDeque::new();
    for client in 0..CLIENTS {
        if let Borrow::Open(place) = pool.borrow(Waiter(client), Actor(client), Instant::ZERO) {
            let _ = pool.opened(place, place, true, Instant::ZERO, &mut Vec::new());
            held.push_back((place, client));
        }
    }
    (pool, held)
}

fn busy_server() -> (Server, VecDeque<(u32, u32)>) {
    let mut server = Server::new(
        ServerOptions {
            concurrency: Some(PLACES),
            queue_limit: None,
            degrade_after: None,
            degrade_per_mille: 0,
            outages: Vec::new(),
        },
        Instant::ZERO,
    );
    let arrivals = (0..CLIENTS).map(|client| (server.arrive(Waiter(client), Actor(client), Instant::ZERO), client));
    let served = arrivals.filter_map(|(arrival, client)| match arrival {
        primitives::Arrival::Served(request) => Some((request, client)),
        primitives::Arrival::Queued | primitives::Arrival::Refused(_) => None,
    });
    let served = served.collect();
    (server, served)
}

fn rows() -> (Database<u32>, Vec<Key>) {
    let keys: Vec<Key> = (0..CLIENTS).map(|row| Key::from(format!("row {row}"))).collect();
    let rows = keys.iter().cloned().zip(0..);
    (Database::new(rows, DeadlockRule::AbortYoungest), keys)
}
