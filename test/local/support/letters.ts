import MailComposer from "nodemailer/lib/mail-composer";

/** A letter in Kazakh or Russian, made as the sender makes it. */
export function composeLetter(
  to: string,
  subject: string,
  text = "Құрметті басшы! Есеп мерзімі жақындады.",
): Promise<Buffer> {
  return new MailComposer({
    date: new Date("2027-03-19T04:00:02Z"),
    from: { name: "Есеп", address: "esep@mia.example" },
    to: { name: "Әсел Қожа", address: to },
    subject,
    text,
    html: `<html lang="kk"><body style="font-family:sans-serif"><h1>${subject}</h1><p>${text}</p><script>alert(1)</script></body></html>`,
    headers: { "Content-Language": "kk" },
    attachments: [
      { filename: "мерзім.ics", content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", contentType: "text/calendar" },
    ],
  })
    .compile()
    .build();
}
