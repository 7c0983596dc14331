/** Paragraphs of the Rules that demand nothing that could be checked, and what they say. */
export const otherParagraphs: Readonly<Record<string, string>> = {
  1: "what the Rules rest on",
  5: "what the reports are for",
  7: "proposals and remarks are heard and answered during the report; what is not answered in full falls under p. 16",
  10: "what the report may draw on",
  20: "citizens and organisations may be honoured at the report",
};
