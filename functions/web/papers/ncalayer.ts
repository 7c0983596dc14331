/** Where NCALayer, the certification authority's program on the signer's own machine, listens. */
export const NCALAYER = "wss://127.0.0.1:13579";

/**
 * Lets NCALayer sign the file that the page names and puts the signature into the form, which a person then sends. Without
 * this script the signature is made elsewhere and attached as a file.
 */
export const ncalayerScript = `
const button = document.querySelector("[data-ncalayer]");
if (button) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const status = document.getElementById("ncalayer-status");
    status.textContent = "";
    const fail = () => { status.textContent = button.dataset.missing; };
    const file = await fetch(button.dataset.file).then((answer) => answer.ok ? answer.arrayBuffer() : Promise.reject()).catch(() => null);
    if (!file) return fail();
    let text = "";
    for (const byte of new Uint8Array(file)) text += String.fromCharCode(byte);
    const socket = new WebSocket("${NCALAYER}");
    socket.onerror = fail;
    socket.onopen = () => socket.send(JSON.stringify({
      module: "kz.gov.pki.knca.basics", method: "sign",
      args: {
        format: "cms", data: btoa(text), locale: button.dataset.locale,
        signingParams: { decode: "true", encapsulate: "false", digested: "false" },
        signerParams: { extKeyUsageOids: [] },
      },
    }));
    socket.onmessage = ({ data }) => {
      const { status: isDone, body } = JSON.parse(data);
      const result = body && (Array.isArray(body.result) ? body.result[0] : body.result);
      if (isDone === true && typeof result === "string") {
        const plain = result.replace(/-----[A-Z ]+-----/g, "");
        document.getElementById(button.dataset.field).value = plain.trim();
        socket.close();
      } else if (isDone === false) fail();
    };
  });
}
`;
