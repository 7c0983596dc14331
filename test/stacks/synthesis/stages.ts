/** The stages that are synthesised, each with the variables of its settings: the least that is needed, and everything. */
export const stages = {
  dev: {
    ESEP_MAIL_FROM: "esep@dev.example.kz",
    ESEP_MAIL_IDENTITY: "esep@dev.example.kz",
    ESEP_ALARM_EMAIL: "operator@example.kz",
  },
  production: {
    ESEP_REGION: "eu-west-1",
    ESEP_MAIL_FROM: "esep@mail.example.kz",
    ESEP_MAIL_REPLY_TO: "duty@example.kz",
    ESEP_MAIL_IDENTITY: "example.kz",
    ESEP_ALARM_EMAIL: "operator@example.kz",
    ESEP_DOMAIN: "esep.example.kz",
    ESEP_CERTIFICATE: "arn:aws:acm:eu-west-1:123456789012:certificate/1",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;
export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages) as Stage[]; // its own keys
