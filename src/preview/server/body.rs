//! The body of an answer: bytes, a file read piece by piece, or a stream of changes.

use std::fs::File;
use std::io::{self, Read};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::sync::mpsc;
use tokio::task::{JoinHandle, spawn_blocking};

use super::connections::Answering;

/// The body of an answer. The answer counts as under way until this is dropped.
#[derive(Debug)]
pub struct AnswerBody {
    content: BodyContent,
    _answering: Answering,
}

/// The content of a body.
#[derive(Debug)]
pub enum BodyContent {
    Bytes(Bytes),
    File(FileStream),
    Events(mpsc::Receiver<Bytes>),
}

/// A file that is read while it is sent.
#[derive(Debug)]
pub struct FileStream {
    /// How much of the promised length is still to be sent.
    left: u64,
    piece: Option<JoinHandle<Chunk>>,
    file: Option<File>,
}

/// The file, and what was read from it.
type Chunk = io::Result<(File, Vec<u8>)>;

const CHUNK: u64 = 64 * 1024;

impl FileStream {
    /// A stream of a file of this length in bytes.
    pub fn new(file: File, length: u64) -> FileStream {
        FileStream { left: length, piece: None, file: Some(file) }
    }

    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        if let Some(mut file) = self.file.take() {
            let length = self.left.min(CHUNK);
            self.piece = Some(spawn_blocking(move || {
                let mut bytes = Vec::new();
                (&mut file).take(length).read_to_end(&mut bytes)?;
                Ok((file, bytes))
            }));
        }
        let Some(piece) = &mut self.piece else { return Poll::Ready(None) };
        let read = ready!(Pin::new(piece).poll(cx)).map_err(io::Error::from).flatten();
        self.piece = None;
        Poll::Ready(Some(read.and_then(|(file, bytes)| {
            if bytes.is_empty() {
                // The file is shorter than promised, and the client must not take it for complete.
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            self.left -= bytes.len() as u64;
            self.file = Some(file);
            Ok(bytes.into())
        })))
    }
}

impl AnswerBody {
    pub fn new(content: BodyContent, answering: Answering) -> AnswerBody {
        AnswerBody { content, _answering: answering }
    }
}

impl hyper::body::Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let next = match &mut self.content {
            BodyContent::Bytes(bytes) if bytes.is_empty() => None,
            BodyContent::Bytes(bytes) => Some(Ok(std::mem::take(bytes))),
            BodyContent::File(reading) => ready!(reading.poll(cx)),
            BodyContent::Events(events) => ready!(events.poll_recv(cx)).map(Ok),
        };
        Poll::Ready(next.map(|bytes| bytes.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        match &self.content {
            BodyContent::Bytes(bytes) => SizeHint::with_exact(bytes.len() as u64),
            BodyContent::File(reading) => SizeHint::with_exact(reading.left),
            BodyContent::Events(_) => SizeHint::new(),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.content {
            BodyContent::Bytes(bytes) => bytes.is_empty(),
            BodyContent::File(reading) => reading.left == 0,
            BodyContent::Events(_) => false,
        }
    }
}
