//! What can go wrong while a paper is written, each with a sentence for a person.

use rapporteur_core::vocabulary::{PaperForm, PaperKind};

/// What went wrong. Nothing was written: a file is made of the bytes of a whole paper, or not at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The person broke it off.
    #[error("The paper was broken off. No file was written.")]
    Stopped,
    /// Not every paper can be had in every form.
    #[error("A paper of the kind “{}” cannot be had as {}. No file was written; choose another form.", kind.label(), form.label())]
    Form {
        /// Which paper.
        kind: PaperKind,
        /// The form that was asked for.
        form: PaperForm,
    },
    /// The pages could not be set. The reason is technical: it is a fault of the program.
    #[error("The pages of the paper could not be set. No file was written; its Word document may still be had. ({0})")]
    Pages(String),
    /// A picture in the paper cannot be drawn.
    #[error(
        "The picture “{caption}” could not be drawn. No file was written; leave that part out, or have the paper as Markdown."
    )]
    Picture {
        /// The line beneath it.
        caption: String,
    },
    /// The parts of an office document could not be put together. The reason is technical: it is a fault of the program.
    #[error("The document could not be put together. No file was written; the paper may still be had as PDF. ({0})")]
    Packing(String),
}
