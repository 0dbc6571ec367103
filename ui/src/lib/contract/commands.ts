// Generated from crates/desk/src/contract. Do not edit: cargo run -p desk --example contract

import type * as T from './types';

/** Every command: what it takes and what it gives. */
export interface Commands {
  session_state: { args: T.Nothing; answer: T.Answer<T.SessionView>; raw: false };
  session_sign_in: { args: T.SignIn; answer: T.Answer<T.SessionView>; raw: false };
  session_lock: { args: T.Nothing; answer: T.Answer<T.SessionView>; raw: false };
  session_recover: { args: T.Recover; answer: T.Answer<T.SessionView>; raw: false };
  dialog_backup: { args: T.Nothing; answer: T.Answer<T.PickedFolder>; raw: false };
  backup_look: { args: T.LookForBackups; answer: T.Answer<Array<T.FoundBackup>>; raw: false };
  office_restore: { args: T.Restore; answer: T.Answer<T.SessionView>; raw: false };
  office_found: { args: T.FoundOffice; answer: T.Answer<T.RecoveryCard>; raw: false };
  card_preview: { args: T.CardAsk; answer: ArrayBuffer; raw: true };
  card_printers: { args: T.Nothing; answer: T.Answer<Array<T.PrinterCard>>; raw: false };
  card_print: { args: T.CardPrint; answer: T.Answer<T.Done>; raw: false };
  card_save: { args: T.CardAsk; answer: T.Answer<T.CardSaved>; raw: false };
  card_done: { args: T.Nothing; answer: T.Answer<T.Done>; raw: false };
  session_touch: { args: T.Nothing; answer: T.Answer<T.Done>; raw: false };
  session_change_password: { args: T.ChangePassword; answer: T.Answer<T.Done>; raw: false };
  settings_set: { args: T.SettingsView; answer: T.Answer<T.SettingsView>; raw: false };
  views_list: { args: T.Nothing; answer: T.Answer<Array<T.SavedView>>; raw: false };
  views_save: { args: T.SaveView; answer: T.Answer<Array<T.SavedView>>; raw: false };
  views_delete: { args: T.ViewName; answer: T.Answer<Array<T.SavedView>>; raw: false };
  queue_today: { args: T.Nothing; answer: T.Answer<T.Today>; raw: false };
  queue_page: { args: T.QueueAsk; answer: T.Answer<T.QueuePage>; raw: false };
  search_all: { args: T.SearchAsk; answer: T.Answer<T.SearchHits>; raw: false };
  dialog_folder: { args: T.Nothing; answer: T.Answer<T.PickedFolder>; raw: false };
  intake_demonstration: { args: T.Nothing; answer: T.Answer<Array<T.DemonstrationFolder>>; raw: false };
  intake_folder: { args: T.ImportFolder; answer: T.Answer<T.Imported>; raw: false };
  case_open: { args: T.CaseAsk; answer: T.Answer<T.CaseView>; raw: false };
  case_reveal: { args: T.Reveal; answer: T.Answer<T.Revealed>; raw: false };
  case_document: { args: T.DocumentAsk; answer: ArrayBuffer; raw: true };
  case_act: { args: T.CaseActs; answer: T.Answer<T.Acted>; raw: false };
  refusal_open: { args: T.CaseAsk; answer: T.Answer<T.RefusalView>; raw: false };
  refusal_save: { args: T.RefusalSave; answer: T.Answer<T.RefusalView>; raw: false };
  refusal_submit: { args: T.RefusalStep; answer: T.Answer<T.RefusalView>; raw: false };
  refusal_approve: { args: T.RefusalStep; answer: T.Answer<T.RefusalView>; raw: false };
  refusal_return: { args: T.RefusalReturn; answer: T.Answer<T.RefusalView>; raw: false };
  refusal_to_sign: { args: T.Nothing; answer: T.Answer<Array<T.QueueRow>>; raw: false };
  services_list: { args: T.ActsAsk; answer: T.Answer<T.ActsPage>; raw: false };
  services_open: { args: T.ActKey; answer: T.Answer<T.ActView>; raw: false };
  services_vouchers: { args: T.VouchersAsk; answer: T.Answer<Array<T.VoucherForAct>>; raw: false };
  services_examine: { args: T.ActDraft; answer: T.Answer<T.ActView>; raw: false };
  services_preview: { args: T.ActDraftPaper; answer: ArrayBuffer; raw: true };
  services_receive: { args: T.ActReceive; answer: T.Answer<T.ActView>; raw: false };
  services_return: { args: T.ActGiveBack; answer: T.Answer<T.ActView>; raw: false };
  services_accept: { args: T.ActAccept; answer: T.Answer<T.ActView>; raw: false };
  paper_preview: { args: T.PaperAsk; answer: ArrayBuffer; raw: true };
  paper_save: { args: T.PaperSave; answer: T.Answer<T.PaperSaved>; raw: false };
  paper_show_folder: { args: T.Nothing; answer: T.Answer<T.Done>; raw: false };
  print_printers: { args: T.Nothing; answer: T.Answer<Array<T.PrinterCard>>; raw: false };
  print_paper: { args: T.PrintPaper; answer: T.Answer<T.PrintRow>; raw: false };
  print_day_preview: { args: T.PrintDay; answer: ArrayBuffer; raw: true };
  print_day: { args: T.PrintDay; answer: T.Answer<Array<T.PrintRow>>; raw: false };
  print_day_save: { args: T.SaveDay; answer: T.Answer<T.PaperSaved>; raw: false };
  print_queue: { args: T.Nothing; answer: T.Answer<Array<T.PrintRow>>; raw: false };
  print_mark: { args: T.PrintMark; answer: T.Answer<Array<T.PrintRow>>; raw: false };
  seal_verify: { args: T.SealAsk; answer: T.Answer<T.SealView>; raw: false };
  seal_public_keys: { args: T.Nothing; answer: ArrayBuffer; raw: true };
  register_save: { args: T.RegisterAsk; answer: T.Answer<T.RegisterSaved>; raw: false };
  register_save_paper: { args: T.RegisterAsk; answer: T.Answer<T.PaperSaved>; raw: false };
  register_print: { args: T.RegisterPrint; answer: T.Answer<T.RegisterPrinted>; raw: false };
  register_preview: { args: T.RegisterAsk; answer: ArrayBuffer; raw: true };
  office_view: { args: T.Nothing; answer: T.Answer<T.OfficeView>; raw: false };
  office_change: { args: T.OfficeSet; answer: T.Answer<T.OfficeView>; raw: false };
  people_list: { args: T.Nothing; answer: T.Answer<Array<T.PersonRow>>; raw: false };
  people_add: { args: T.AddPerson; answer: T.Answer<Array<T.PersonRow>>; raw: false };
  people_change_role: { args: T.ChangeRole; answer: T.Answer<Array<T.PersonRow>>; raw: false };
  people_disable: { args: T.PersonId; answer: T.Answer<Array<T.PersonRow>>; raw: false };
  people_reset_password: { args: T.ResetPassword; answer: T.Answer<Array<T.PersonRow>>; raw: false };
  people_recovery_card: { args: T.Nothing; answer: T.Answer<T.RecoveryCard>; raw: false };
  journal_page: { args: T.JournalAsk; answer: T.Answer<T.JournalPage>; raw: false };
  journal_verify: { args: T.Nothing; answer: T.Answer<T.Verified>; raw: false };
  backup_list: { args: T.Nothing; answer: T.Answer<Array<T.BackupRow>>; raw: false };
  backup_now: { args: T.BackupNow; answer: T.Answer<T.BackupRow>; raw: false };
  backup_confirm: { args: T.ConfirmRestored; answer: T.Answer<T.Done>; raw: false };
  backup_away: { args: T.Nothing; answer: T.Answer<T.AwayView>; raw: false };
  backup_away_set: { args: T.SetAway; answer: T.Answer<T.AwayView>; raw: false };
  export_person: { args: T.ExportCase; answer: T.Answer<T.Exported>; raw: false };
  calendar_year: { args: T.YearAsk; answer: T.Answer<T.YearView>; raw: false };
  calendar_due: { args: T.DueAsk; answer: T.Answer<T.DueView>; raw: false };
  editions: { args: T.Nothing; answer: T.Answer<Array<T.EditionView>>; raw: false };
}

export type CommandName = keyof Commands;

/** Whether a command gives bytes instead of an answer. */
export const RAW: Record<CommandName, boolean> = {
  session_state: false,
  session_sign_in: false,
  session_lock: false,
  session_recover: false,
  dialog_backup: false,
  backup_look: false,
  office_restore: false,
  office_found: false,
  card_preview: true,
  card_printers: false,
  card_print: false,
  card_save: false,
  card_done: false,
  session_touch: false,
  session_change_password: false,
  settings_set: false,
  views_list: false,
  views_save: false,
  views_delete: false,
  queue_today: false,
  queue_page: false,
  search_all: false,
  dialog_folder: false,
  intake_demonstration: false,
  intake_folder: false,
  case_open: false,
  case_reveal: false,
  case_document: true,
  case_act: false,
  refusal_open: false,
  refusal_save: false,
  refusal_submit: false,
  refusal_approve: false,
  refusal_return: false,
  refusal_to_sign: false,
  services_list: false,
  services_open: false,
  services_vouchers: false,
  services_examine: false,
  services_preview: true,
  services_receive: false,
  services_return: false,
  services_accept: false,
  paper_preview: true,
  paper_save: false,
  paper_show_folder: false,
  print_printers: false,
  print_paper: false,
  print_day_preview: true,
  print_day: false,
  print_day_save: false,
  print_queue: false,
  print_mark: false,
  seal_verify: false,
  seal_public_keys: true,
  register_save: false,
  register_save_paper: false,
  register_print: false,
  register_preview: true,
  office_view: false,
  office_change: false,
  people_list: false,
  people_add: false,
  people_change_role: false,
  people_disable: false,
  people_reset_password: false,
  people_recovery_card: false,
  journal_page: false,
  journal_verify: false,
  backup_list: false,
  backup_now: false,
  backup_confirm: false,
  backup_away: false,
  backup_away_set: false,
  export_person: false,
  calendar_year: false,
  calendar_due: false,
  editions: false,
};
