// The one list of commands. `who` may call it, what it gives (`say` an answer, `raw` bytes, `ask` an
// answer for which a person is waited for while the desk goes on), its name, its argument, its value, and
// the function of the desk behind it. The dispatcher, the TypeScript, the handlers of the window and its
// list of permissions are all made from these lines.
commands! {
    anyone say session_state(session::Nothing) -> session::SessionView = crate::session::state;
    anyone say session_sign_in(session::SignIn) -> session::SessionView = crate::session::sign_in;
    anyone say session_lock(session::Nothing) -> session::SessionView = crate::session::lock;
    anyone say session_recover(session::Recover) -> session::SessionView = crate::session::recover;
    anyone ask dialog_backup(session::Nothing) -> intake::PickedFolder = crate::backup::pick;
    anyone say backup_look(backup::LookForBackups) -> Vec<backup::FoundBackup> = crate::backup::look;
    anyone say office_restore(backup::Restore) -> session::SessionView = crate::backup::restore;
    anyone say office_found(session::FoundOffice) -> card::RecoveryCard = crate::session::found_office;
    anyone raw card_preview(card::CardAsk) -> Vec<u8> = crate::card::preview;
    anyone say card_printers(session::Nothing) -> Vec<paper::PrinterCard> = crate::card::printers;
    anyone say card_print(card::CardPrint) -> session::Done = crate::card::print;
    anyone ask card_save(card::CardAsk) -> card::CardSaved = crate::card::save;
    anyone say card_done(session::Nothing) -> session::Done = crate::card::done;
    staff say session_touch(session::Nothing) -> session::Done = crate::session::touch;
    staff say session_change_password(session::ChangePassword) -> session::Done = crate::session::change_password;

    staff say settings_set(settings::SettingsView) -> settings::SettingsView = crate::settings::set;
    staff say views_list(session::Nothing) -> Vec<settings::SavedView> = crate::settings::views;
    staff say views_save(settings::SaveView) -> Vec<settings::SavedView> = crate::settings::save_view;
    staff say views_delete(settings::ViewName) -> Vec<settings::SavedView> = crate::settings::delete_view;

    staff say queue_today(session::Nothing) -> queue::Today = crate::queue::today;
    staff say queue_page(queue::QueueAsk) -> queue::QueuePage = crate::queue::page;
    staff say search_all(queue::SearchAsk) -> queue::SearchHits = crate::search::all;

    staff ask dialog_folder(session::Nothing) -> intake::PickedFolder = crate::intake::pick;
    clerks say intake_demonstration(session::Nothing) -> Vec<intake::DemonstrationFolder> = crate::intake::demonstration;
    clerks say intake_folder(intake::ImportFolder) -> intake::Imported = crate::intake::folder;

    staff say case_open(case::CaseAsk) -> case::CaseView = crate::case::open;
    staff say case_reveal(case::Reveal) -> case::Revealed = crate::case::reveal;
    staff raw case_document(case::DocumentAsk) -> Vec<u8> = crate::case::document;
    clerks say case_act(act::CaseActs) -> case::Acted = crate::case::act;

    clerks say refusal_open(case::CaseAsk) -> refusal::RefusalView = crate::refusal::open;
    clerks say refusal_save(refusal::RefusalSave) -> refusal::RefusalView = crate::refusal::save;
    clerks say refusal_submit(refusal::RefusalStep) -> refusal::RefusalView = crate::refusal::submit;
    clerks say refusal_approve(refusal::RefusalStep) -> refusal::RefusalView = crate::refusal::approve;
    clerks say refusal_return(refusal::RefusalReturn) -> refusal::RefusalView = crate::refusal::give_back;
    clerks say refusal_to_sign(session::Nothing) -> Vec<queue::QueueRow> = crate::refusal::to_sign;

    staff say services_list(services::ActsAsk) -> services::ActsPage = crate::services::list;
    staff say services_open(services::ActKey) -> services::ActView = crate::services::open;
    clerks say services_vouchers(services::VouchersAsk) -> Vec<services::VoucherForAct> = crate::services::vouchers;
    clerks say services_examine(services::ActDraft) -> services::ActView = crate::services::examine_draft;
    clerks raw services_preview(services::ActDraftPaper) -> Vec<u8> = crate::services::preview;
    clerks say services_receive(services::ActReceive) -> services::ActView = crate::services::receive;
    clerks say services_return(services::ActGiveBack) -> services::ActView = crate::services::give_back;
    clerks say services_accept(services::ActAccept) -> services::ActView = crate::services::accept;

    staff raw paper_preview(paper::PaperAsk) -> Vec<u8> = crate::paper::preview;
    staff say paper_save(paper::PaperSave) -> paper::PaperSaved = crate::paper::save;
    staff say paper_show_folder(session::Nothing) -> session::Done = crate::paper::show_folder;
    staff say print_printers(session::Nothing) -> Vec<paper::PrinterCard> = crate::printing::printers;
    clerks say print_paper(paper::PrintPaper) -> paper::PrintRow = crate::printing::paper;
    clerks raw print_day_preview(paper::PrintDay) -> Vec<u8> = crate::printing::day_preview;
    clerks say print_day(paper::PrintDay) -> Vec<paper::PrintRow> = crate::printing::day;
    clerks say print_day_save(paper::SaveDay) -> paper::PaperSaved = crate::printing::day_save;
    clerks say print_queue(session::Nothing) -> Vec<paper::PrintRow> = crate::printing::queue;
    clerks say print_mark(paper::PrintMark) -> Vec<paper::PrintRow> = crate::printing::mark;

    staff say seal_verify(seal::SealAsk) -> seal::SealView = crate::sealing::verify;
    staff raw seal_public_keys(session::Nothing) -> Vec<u8> = crate::sealing::public_keys;
    clerks say register_save(register::RegisterAsk) -> register::RegisterSaved = crate::register::save;
    clerks say register_save_paper(register::RegisterAsk) -> paper::PaperSaved = crate::register::save_paper;
    clerks say register_print(register::RegisterPrint) -> register::RegisterPrinted = crate::register::print;
    clerks raw register_preview(register::RegisterAsk) -> Vec<u8> = crate::register::preview;

    staff say office_view(session::Nothing) -> office::OfficeView = crate::office::view;
    administrators say office_change(office::OfficeSet) -> office::OfficeView = crate::office::change;

    administrators say people_list(session::Nothing) -> Vec<people::PersonRow> = crate::people::list;
    administrators say people_add(people::AddPerson) -> Vec<people::PersonRow> = crate::people::add;
    administrators say people_change_role(people::ChangeRole) -> Vec<people::PersonRow> = crate::people::change_role;
    administrators say people_disable(people::PersonId) -> Vec<people::PersonRow> = crate::people::disable;
    administrators say people_reset_password(people::ResetPassword) -> Vec<people::PersonRow> = crate::people::reset_password;
    administrators say people_recovery_card(session::Nothing) -> card::RecoveryCard = crate::people::recovery_card;

    overseers say journal_page(journal::JournalAsk) -> journal::JournalPage = crate::journal::page;
    overseers say journal_verify(session::Nothing) -> journal::Verified = crate::journal::verify;
    overseers say backup_list(session::Nothing) -> Vec<backup::BackupRow> = crate::backup::list;
    administrators say backup_now(backup::BackupNow) -> backup::BackupRow = crate::backup::now;
    administrators say backup_confirm(backup::ConfirmRestored) -> session::Done = crate::backup::confirm;
    overseers say backup_away(session::Nothing) -> backup::AwayView = crate::away::view;
    administrators say backup_away_set(backup::SetAway) -> backup::AwayView = crate::away::set;
    overseers say export_person(backup::ExportCase) -> backup::Exported = crate::backup::export_person;

    staff say calendar_year(calendar::YearAsk) -> calendar::YearView = crate::calendar::year;
    staff say calendar_due(calendar::DueAsk) -> calendar::DueView = crate::calendar::due;
    staff say editions(session::Nothing) -> Vec<calendar::EditionView> = crate::calendar::editions;
}
