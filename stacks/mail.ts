import type { Settings } from "./settings.ts";

/** What SES tells of a letter: all that changes its state (SPEC 6). */
const EVENTS = ["SEND", "REJECT", "DELIVERY", "DELIVERY_DELAY", "BOUNCE", "COMPLAINT"];

export interface MailService {
  readonly identity: aws.sesv2.EmailIdentity;
  readonly configurationSet: aws.sesv2.ConfigurationSet;
}

/**
 * The sender's identity and the way of SES's events: configuration set → topic → queue. SST's Email component is not used:
 * it keeps the deployment waiting until a domain's DNS records exist, and these are entered by hand after it.
 */
export function createMailService({ mailIdentity }: Settings, events: sst.aws.Queue): MailService {
  const configurationSet = new aws.sesv2.ConfigurationSet("MailEvents", {
    configurationSetName: `${$app.name}-${$app.stage}`,
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
  });
  const isDomain = !mailIdentity.includes("@");
  const identity = new aws.sesv2.EmailIdentity(
    "MailIdentity",
    {
      emailIdentity: mailIdentity,
      ...(isDomain && { dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" } }),
    },
    { retainOnDelete: $app.removal === "retain" },
  );
  publishEvents(configurationSet, events);
  return { identity, configurationSet };
}

/** SES may publish to the topic for this configuration set only, and this topic alone may write to the queue. */
function publishEvents(configurationSet: aws.sesv2.ConfigurationSet, events: sst.aws.Queue): void {
  const topic = new sst.aws.SnsTopic("MailEventsTopic");
  const topicPolicy = new aws.sns.TopicPolicy("MailEventsTopicPolicy", {
    arn: topic.arn,
    policy: allowService("ses.amazonaws.com", "sns:Publish", topic.arn, configurationSet.arn),
  });
  const queuePolicy = new aws.sqs.QueuePolicy("MailEventsQueuePolicy", {
    queueUrl: events.url,
    policy: allowService("sns.amazonaws.com", "sqs:SendMessage", events.arn, topic.arn),
  });
  new aws.sns.TopicSubscription(
    "MailEventsSubscription",
    { topic: topic.arn, protocol: "sqs", endpoint: events.arn },
    { dependsOn: [queuePolicy] },
  );
  new aws.sesv2.ConfigurationSetEventDestination(
    "MailEventsDestination",
    {
      configurationSetName: configurationSet.configurationSetName,
      eventDestinationName: "events",
      eventDestination: { enabled: true, matchingEventTypes: EVENTS, snsDestination: { topicArn: topic.arn } },
    },
    { dependsOn: [topicPolicy] },
  );
}

/** A resource policy for one service acting for one source: no other customer's topic or mail can use it. */
const allowService = (
  service: string,
  action: string,
  resource: $util.Input<string>,
  source: $util.Input<string>,
): $util.Output<string> =>
  aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        actions: [action],
        resources: [resource],
        principals: [{ type: "Service", identifiers: [service] }],
        conditions: [{ test: "ArnEquals", variable: "aws:SourceArn", values: [source] }],
      },
    ],
  }).json;
