type Words<Code extends string> = Readonly<Record<Code, string>>;

/** The ten groups of p. 4 and p. 11 that are invited. */
export type InvitationGroup =
  | "local-executive"
  | "maslikhat"
  | "public"
  | "health"
  | "labour"
  | "education"
  | "agriculture"
  | "housing"
  | "organisations"
  | "media";

/** Numbers of p. 6: the subjects of the report. */
export type SectionNumber = "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "10";

/** What is still needed, per obligation and code of SPEC 4. */
export interface MissingTexts {
  readonly schedule: Words<"approval" | "meeting">;
  readonly report: Words<"held-meeting">;
  readonly notice: Words<"date" | "startsAt" | "place" | "schedule" | "questions">;
  readonly invitation: Words<InvitationGroup>;
  readonly venue: Words<"check" | "hygiene" | "expected" | "capacity">;
  /** `section:N`, in the words of p. 6. */
  readonly content: Words<SectionNumber>;
  readonly readiness: Words<"check" | "inPerson" | "clearedOfSecrets" | "orderPlanned">;
  readonly protocol: Words<
    "protocol" | "date" | "startsAt" | "place" | "participants" | "decisions" | "secretary" | "head"
  > & { readonly appeal: (number: string) => string };
  readonly registration: Words<"registration">;
  readonly reply: Words<"reply">;
  readonly transfer: Words<"transfer">;
  readonly "extension-notice": Words<"extension-notice">;
  readonly redirection: Words<"redirection" | "initiator-notice">;
  readonly records: Words<"records">;
  readonly decision: Words<"completion">;
}

/** What has to be ensured, as a phrase that {@link DutyTexts} governs: one per obligation, or per code where they differ. */
export interface ActTexts {
  readonly schedule: Words<"approval" | "meeting">;
  readonly report: string;
  readonly notice: string;
  readonly invitation: string;
  readonly venue: Words<"check" | "hygiene" | "expected" | "capacity">;
  readonly content: string;
  readonly readiness: Words<"check" | "inPerson" | "clearedOfSecrets" | "orderPlanned">;
  readonly protocol: Words<"protocol" | "contents" | "appeals" | "secretary" | "head">;
  readonly registration: string;
  readonly reply: string;
  readonly transfer: string;
  readonly "extension-notice": string;
  readonly redirection: Words<"redirection" | "initiator-notice">;
  readonly records: string;
  readonly decision: string;
}
