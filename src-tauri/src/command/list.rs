// Every command the window can give, once: `build.rs` makes a permission of each, `main.rs` its handler. A name without
// a function does not compile; the contract tests hold the capability and the TypeScript in step.

/// Hands the list of commands, as `module::name`, to another macro.
macro_rules! commands {
    ($then:ident) => {
        $then! {
            dossier::new_dossier
            dossier::open_dossier
            dossier::open_sample
            dossier::close_dossier
            dossier::dossier
            dossier::start_problem
            dossier::recent_dossiers
            dossier::forget_recent
            dossier::actor_name
            dossier::set_actor_name
            dossier::save_dossier
            dossier::save_marking
            dossier::check_dossier
            dossier::choices
            people::parties
            people::body
            people::person
            people::save_party
            people::save_body
            people::save_person
            people::save_track
            dialogue::dialogues
            dialogue::dialogue
            dialogue::save_dialogue
            dialogue::propose_round
            meeting::meetings
            meeting::meeting
            meeting::save_meeting
            meeting::save_attendance
            meeting::save_agenda_item
            meeting::order_agenda
            meeting::save_record
            meeting::finalise_record
            meeting::add_corrigendum
            text::text
            text::save_text
            text::attach_file
            text::keep_original
            text::export_original
            text::open_original
            capture::capture
            capture::read_candidate
            capture::accept_candidates
            capture::judge_candidate
            capture::verdicts
            capture::add_mention
            capture::lexicon
            capture::save_lexicon
            commitment::commitments
            commitment::count_commitments
            commitment::query_help
            commitment::commitments_as_of
            commitment::commitment
            commitment::save_commitment
            commitment::set_status
            commitment::set_due_date
            commitment::set_owners
            commitment::save_follow_up
            commitment::add_link
            review::review
            review::today
            journal::journal
            journal::history
            journal::undo
            journal::redo
            journal::revert
            journal::bin
            journal::remove
        }
    };
}
