//! Everything that can go out: side effects as values, for a shell to carry out. Owns the closed list and the tokens by
//! which the answers of timers are recognised. Carries nothing out itself.

/// Names one timer that the session asked for. A timer whose token is no longer awaited is ignored when it fires, so
/// there is nothing to cancel.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Token(pub u32);

/// The storage key of the document with progress, drafts and settings.
pub const DOCUMENT_KEY: &str = "document";
/// The storage key under which a document that could not be read is kept.
pub const BACKUP_KEY: &str = "document-backup";

/// Something that the shell has to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Store a text. Failure is answered with `Action::StorageFailed`.
    Save {
        /// Under which key: [`DOCUMENT_KEY`] or [`BACKUP_KEY`].
        key: &'static str,
        /// What.
        text: String,
    },
    /// Start a check in a worker. It answers with `Action::Proof`, or `Action::ProofFailed`.
    StartProof {
        /// The number that its messages carry.
        run_id: u32,
        /// A `ProofRequest` as JSON.
        request: String,
    },
    /// Let the check that was started last, and has met a limit, go on. It answers as before; if its worker is gone, with
    /// `Action::ProofFailed`.
    ContinueProof {
        /// Which.
        run_id: u32,
    },
    /// Ask the check that was started last, and has ended, where a run stands. It answers with `Action::Proof`.
    AskNudge {
        /// Which.
        run_id: u32,
        /// The run so far, as the text of a schedule.
        schedule: String,
    },
    /// Stop a check at once.
    CancelProof {
        /// Which.
        run_id: u32,
    },
    /// Answer with `Action::Tick` after a while.
    After {
        /// How long, in milliseconds; 0 as soon as the screen has been painted.
        ms: u32,
        /// What to answer with.
        token: Token,
    },
    /// Put a text on the clipboard. It answers with `Action::Copied`.
    CopyText(String),
    /// Let the learner save a text as a file.
    SaveFile {
        /// What the file is called.
        name: String,
        /// What kind of text it is.
        mime: &'static str,
        /// What is in it.
        text: String,
    },
    /// Let the learner save a picture as a PNG file.
    SavePicture {
        /// What the file is called.
        name: String,
        /// The picture in SVG.
        svg: String,
    },
    /// Fetch the example programs. It answers with [`Gallery::Arrived`](crate::Gallery::Arrived) or [`Gallery::Failed`](crate::Gallery::Failed).
    LoadExamples,
    /// Take the link out of the page's address: what is on the screen is something else now.
    ForgetLink,
    /// Say something to those who cannot see the change (`role=status`).
    Announce(String),
}

/// Hands out tokens, each once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Tokens {
    next: u32,
}

impl Tokens {
    pub(crate) fn next(&mut self) -> Token {
        self.next = self.next.wrapping_add(1);
        Token(self.next)
    }
}
