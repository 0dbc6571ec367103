// What each act on a case has to be told: one line per act, so that one dialog serves them all.
// Checks, forwarding and refusals have places of their own on the screen and are not here.
import type { CaseAct } from '$lib/contract';
import { say } from '$lib/words/words.svelte';

type Own = 'record_check' | 'forward_to_mobility_centre';
export type ActName = Exclude<CaseAct['do'], Own>;

export interface Question {
  name: string;
  kind: 'date' | 'text' | 'long' | 'lines' | 'money' | 'count' | 'iin' | 'yes' | 'choice';
  label: () => string;
  /** An empty answer is sent as none. */
  optional?: boolean;
  options?: { value: string; text: () => string }[];
}

const date = (name: string, label: () => string, optional = true): Question => ({
  name,
  kind: 'date',
  label,
  optional,
});
const text = (name: string, label: () => string, optional = true): Question => ({
  name,
  kind: 'text',
  label,
  optional,
});
const long = (name: string, label: () => string, optional = true): Question => ({
  name,
  kind: 'long',
  label,
  optional,
});
const yes = (name: string, label: () => string): Question => ({ name, kind: 'yes', label });
const choice = (name: string, label: () => string, options: Question['options']): Question => ({
  name,
  kind: 'choice',
  label,
  options: options ?? [],
});

const note = long('note', () => say('act-note'));
const reason = long('reason', () => say('act-reason'), false);
const answered = date('answered_on', () => say('act-answered-on'));
const exam = date('exam_on', () => say('act-exam-on'));
const venue = text('venue', () => say('act-venue'));
const payee = choice('payee', () => say('act-payee'), [
  { value: 'recognition_centre', text: () => say('act-payee-centre') },
  { value: 'person', text: () => say('act-payee-person') },
]);

export const ACTS: Record<ActName, readonly Question[]> = {
  send_refusal: [],
  forward_to_recognition_centre: [],
  remind_recognition_centre: [text('channel', () => say('act-channel')), note],
  record_confirmation: [
    answered,
    exam,
    { name: 'price', kind: 'money', label: () => say('act-price'), optional: true },
    venue,
  ],
  record_negative_answer: [
    answered,
    long('reasons', () => say('act-reasons')),
    text('answer', () => say('act-answer')),
  ],
  request_reasons: [],
  record_reasons: [long('reasons', () => say('act-reasons'), false)],
  issue_voucher: [yes('registered_unemployed', () => say('act-unemployed'))],
  record_sheet: [
    text('number', () => say('act-number')),
    date('from', () => say('act-from'), false),
    date('to', () => say('act-to'), false),
    choice('paper', () => say('act-paper'), [
      { value: 'sheet', text: () => say('act-paper-sheet') },
      { value: 'certificate', text: () => say('act-paper-certificate') },
      { value: 'child_care', text: () => say('act-paper-child-care') },
    ]),
    yes('integration', () => say('act-integration')),
    date('received_on', () => say('act-received-on')),
  ],
  judge_sheet: [
    { name: 'sheet', kind: 'count', label: () => say('act-sheet') },
    yes('counts', () => say('act-counts')),
    reason,
  ],
  extend_voucher: [],
  propose_reinstatement: [
    choice('ground', () => say('act-ground'), [
      { value: 'late_sheet', text: () => say('act-ground-late-sheet') },
      { value: 'timely_use', text: () => say('act-ground-timely-use') },
    ]),
    date('admitted_on', () => say('act-admitted-on')),
    note,
  ],
  approve_reinstatement: [],
  propose_replacement: [
    choice('ground', () => say('act-ground'), [
      { value: 'accreditation_lost', text: () => say('act-ground-accreditation') },
      { value: 'centre_refused', text: () => say('act-ground-centre-refused') },
      { value: 'person_wishes', text: () => say('act-ground-wish') },
    ]),
    text('centre', () => say('act-centre'), false),
    { name: 'bin', kind: 'iin', label: () => say('act-bin'), optional: true },
    venue,
  ],
  approve_replacement: [],
  decline_proposal: [reason],
  correct_voucher: [
    text('field', () => say('act-field'), false),
    text('was', () => say('act-was'), false),
    text('becomes', () => say('act-becomes'), false),
    reason,
  ],
  record_presentation: [date('on', () => say('act-on'))],
  record_use: [date('admitted_on', () => say('act-admitted-on'))],
  record_no_show: [exam],
  record_protocol: [
    text('number', () => say('act-number'), false),
    date('signed_on', () => say('act-signed-on')),
    exam,
    yes('passed', () => say('act-passed')),
    venue,
    yes('remote', () => say('act-remote')),
  ],
  receive_act: [
    text('number', () => say('act-number'), false),
    date('drawn_on', () => say('act-drawn-on')),
    date('received_on', () => say('act-received-on')),
    { name: 'cost', kind: 'money', label: () => say('act-cost') },
  ],
  return_act: [{ name: 'remarks', kind: 'lines', label: () => say('act-remarks') }],
  accept_act: [],
  set_profile: [
    choice('profile', () => say('act-profile'), [
      { value: 'social', text: () => say('act-profile-social') },
      { value: 'technical', text: () => say('act-profile-technical') },
    ]),
    text('source', () => say('act-source'), false),
  ],
  send_payment: [payee, text('order', () => say('act-order'))],
  confirm_payment: [payee, date('bank_on', () => say('act-bank-on'))],
  withdraw: [long('reason', () => say('act-reason'))],
  escalate: [
    { name: 'reasons', kind: 'lines', label: () => say('act-reasons-lines') },
    choice('to', () => say('act-escalate-to'), [
      { value: 'head', text: () => say('act-escalate-head') },
      { value: 'mobility_centre', text: () => say('act-escalate-mobility-centre') },
      { value: 'ministry', text: () => say('act-escalate-ministry') },
    ]),
    note,
  ],
  add_note: [
    choice('about', () => say('act-about'), [
      { value: 'note', text: () => say('act-about-note') },
      { value: 'call', text: () => say('act-about-call') },
      { value: 'consultation', text: () => say('act-about-consultation') },
      { value: 'outage', text: () => say('act-about-outage') },
    ]),
    long('text', () => say('act-text'), false),
  ],
};

export const isAct = (name: string): name is ActName => Object.hasOwn(ACTS, name);

export type Answers = Record<string, string | boolean>;

export function blank(name: ActName): Answers {
  return Object.fromEntries(
    ACTS[name].map((question) => [
      question.name,
      question.kind === 'yes' ? false : (question.options?.[0]?.value ?? ''),
    ]),
  );
}

/** The questions that have no answer yet and must have one. */
export function unanswered(
  name: ActName,
  answers: Answers,
  dateOf: (typed: string) => string | null,
): Question[] {
  return ACTS[name].filter((question) => {
    const given = answers[question.name];
    if (typeof given === 'boolean') return false;
    const empty = (given ?? '').trim() === '';
    if (question.kind === 'date' && !empty) return dateOf(given ?? '') === null;
    return empty && !question.optional;
  });
}

/** The act as the contract takes it. Sums are «27524.00», days ISO, an empty optional answer is null. */
export function actOf(
  name: ActName,
  answers: Answers,
  dateOf: (typed: string) => string | null,
): CaseAct {
  const parts: Record<string, unknown> = { do: name };
  for (const question of ACTS[name]) {
    const given = answers[question.name] ?? '';
    parts[question.name] =
      typeof given === 'boolean' ? given : valueOf(question, given.trim(), dateOf);
  }
  // The table above has the fields of each variant; the desk refuses anything else by name.
  return parts as unknown as CaseAct;
}

function valueOf(
  question: Question,
  given: string,
  dateOf: (typed: string) => string | null,
): unknown {
  if (given === '' && question.optional) return null;
  switch (question.kind) {
    case 'date':
      return dateOf(given);
    case 'count':
      return Number(given);
    case 'money': {
      const [whole = '0', part = ''] = given.split(',');
      return `${whole}.${part.padEnd(2, '0')}`;
    }
    case 'lines':
      return given
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean);
    case 'text':
    case 'long':
    case 'iin':
    case 'yes':
    case 'choice':
      return given;
  }
}
