import { describe, expect, it } from "vitest";
import { graphOf, inputsOf, ofType, statementsOf } from "./synthesis/queries.ts";
import { stageNames, stages } from "./synthesis/stages.ts";

describe.each(stageNames)("the mail service of %s", (stage) => {
  it("verifies the identity of the settings, with DKIM keys for a domain", () => {
    const inputs = inputsOf(graphOf(stage), "EmailIdentity", "MailIdentity");
    const identity = stages[stage].ESEP_MAIL_IDENTITY;
    expect(inputs["emailIdentity"]).toBe(identity);
    expect(inputs["dkimSigningAttributes"]).toEqual(
      identity.includes("@") ? undefined : { nextSigningKeyLength: "RSA_2048_BIT" },
    );
  });

  it("publishes every event that changes a letter's state", () => {
    const inputs = inputsOf(graphOf(stage), "ConfigurationSetEventDestination", "MailEventsDestination");
    expect(inputs).toMatchObject({
      configurationSetName: inputsOf(graphOf(stage), "ConfigurationSet", "MailEvents")["configurationSetName"],
      eventDestination: {
        enabled: true,
        matchingEventTypes: ["SEND", "REJECT", "DELIVERY", "DELIVERY_DELAY", "BOUNCE", "COMPLAINT"],
        snsDestination: { topicArn: expect.stringContaining("MailEventsTopic") },
      },
    });
  });

  it("lets SES publish for this configuration set only, and this topic alone write to the queue of events", () => {
    const graph = graphOf(stage);
    const subscriptions = ofType(graph, "TopicSubscription").filter(({ inputs }) => inputs["protocol"] === "sqs");
    expect(subscriptions.map(({ inputs }) => inputs["endpoint"])).toEqual([expect.stringContaining("EventsQueue")]);
    expect(statementsOf(inputsOf(graph, "TopicPolicy", "MailEventsTopicPolicy")["policy"])).toMatchObject([
      {
        Action: ["sns:Publish"],
        Principal: { Service: ["ses.amazonaws.com"] },
        Condition: { ArnEquals: { "aws:SourceArn": [expect.stringMatching(/:configuration-set\/esep-/)] } },
      },
    ]);
    expect(statementsOf(inputsOf(graph, "QueuePolicy", "MailEventsQueuePolicy")["policy"])).toMatchObject([
      {
        Action: ["sqs:SendMessage"],
        Principal: { Service: ["sns.amazonaws.com"] },
        Condition: { ArnEquals: { "aws:SourceArn": [expect.stringContaining("MailEventsTopic")] } },
      },
    ]);
  });
});
