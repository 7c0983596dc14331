/**
 * The alarms that code raises (`Alarms.raise`): a metric filter counts each by its code. A test compares this list with the
 * code, so that none is raised unheard.
 */
export const alarmCodes = {
  "letter-unknown": "It is not known whether SES accepted a letter; it is sent again unless its event comes.",
  "letter-failed": "SES refused a letter for good.",
  "account-refused": "SES lets the account send nothing: paused, quota used up, or not configured.",
  "lease-lost": "A sender took longer than its lease; a letter may have been sent twice.",
  "letter-complained": "Somebody reported a letter as unwanted.",
  "address-out-of-use": "A letter bounced for good; its address gets none any more until an administrator clears it.",
  "event-without-letter": "SES told of a letter that is not in the ledger.",
  "brake-on": "So many letters of a scope would come at once that they are held until the next working day.",
  "slot-missed": "Scopes were not swept within half an hour of a slot.",
  "scope-never-swept": "A scope of the register has never been swept.",
  "calendar-ends": "The calendar of working days does not cover this year or, from October on, the next.",
  "letter-unknown-long": "It has not been known for too long whether SES accepted letters.",
  "letter-queued-long": "Letters have been waiting to be sent for too long.",
  "letter-damaged": "Entries of the ledger cannot be read; what they may have told is told again.",
  "brake-damaged": "The record of a scope's brake cannot be read; its letters are held until somebody releases it.",
  "mark-damaged": "Marks of addresses out of use cannot be read; these addresses are written to.",
  "dossier-damaged": "Dossiers cannot be read; nothing is written about their bodies' campaigns.",
  "mail-quota-unknown": "SES does not say what the account may send.",
  "mail-sandbox": "The account is in SES's sandbox: letters reach verified addresses only.",
  "mail-quota": "The letters that SES allows in a day are nearly used up.",
  "nobody-to-tell": "A body has nobody whom a letter reaches.",
} as const satisfies Record<string, string>;
