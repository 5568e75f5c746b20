// Passkeys: the browser's half of Web Authentication. Forms stay forms; the credential travels in a hidden field.
const able = Boolean(globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON);

const begin = async (form, address) => {
    const token = form.querySelector("[name=__RequestVerificationToken]");
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams({ [token.name]: token.value }) });
    if (!answer.ok) throw new Error(answer.status === 429 ? "Too many tries; wait a minute." : "The desk did not answer; load the page anew.");
    return answer.json();
};

const send = (form, work) => form.addEventListener("submit", async event => {
    event.preventDefault();
    const wrong = form.querySelector("[role=alert]");
    wrong.hidden = true;
    try {
        form.elements.credential.value = JSON.stringify((await work()).toJSON());
        form.submit();
    } catch (fault) {
        // The person turned away, or the machine has no such passkey: neither is an error of the desk.
        wrong.textContent = fault.name === "NotAllowedError" ? "No passkey was used." : fault.name === "InvalidStateError" ? "This machine has a passkey for you already." : fault.message;
        wrong.hidden = false;
    }
});

const make = document.getElementById("passkey-make");
if (able && make) {
    make.hidden = false;
    send(make, async () => navigator.credentials.create({
        publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(await begin(make, "/account/passkeys/begin")),
    }));
}

const door = document.getElementById("passkey-sign-in");
if (able && door) {
    door.hidden = false;
    send(door, async () => navigator.credentials.get({
        publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(await begin(door, "/sign-in/passkey/begin")),
    }));
}
