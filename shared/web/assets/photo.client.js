// Before a photo is sent it is drawn anew, small: what it said of where and when it was taken stays on the device. Without
// a script it is sent as it is, and the page that looks at it says what to do where it says too much.
const prepareFile = () => {
  const form = document.querySelector("form[data-photo]");
  if (form === null) return;
  const input = form.querySelector("input[type=file]");
  const said = form.querySelector("[data-photo-said]");
  const button = form.querySelector("button[type=submit]");
  // A page of A4 in small print can be read at this many pixels.
  const longest = 2400;
  const quality = 0.85;
  const { most, shrinking, shrunk, tooLarge } = form.dataset;
  let chosen = 0;

  const drawn = async (file) => {
    // Turned as its camera says, since what says so is lost.
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
    if (blob === null) throw new Error("The photo could not be drawn");
    return new File([blob], "photo.jpg", { type: "image/jpeg" });
  };

  const say = (words, isWrong = false) => {
    said.textContent = words;
    said.classList.toggle("late", isWrong);
    input.setCustomValidity(isWrong ? words : "");
  };

  const prepare = async () => {
    chosen += 1;
    const mine = chosen;
    const [file] = input.files;
    say("");
    if (file === undefined) return;
    if (file.type !== "application/pdf") {
      button.disabled = true;
      say(shrinking);
      try {
        const small = await drawn(file);
        if (mine !== chosen) return;
        const held = new DataTransfer();
        held.items.add(small);
        input.files = held.files;
        say(`${shrunk}${Math.max(1, Math.round(small.size / 1024))} KB`);
      } catch {
        // No picture that this browser can draw: it goes as it is, and is looked at when it has arrived.
        if (mine === chosen) say("");
      }
      if (mine === chosen) button.disabled = false;
    }
    if (mine === chosen && (input.files[0]?.size ?? 0) > Number(most)) say(tooLarge, true);
  };

  input.addEventListener("change", prepare);
};

(() => {
  // A page of staff is put in the place of another one, and asks anew by itself whether a file has been looked at.
  const secondsBetween = 3;
  let again;
  const begin = () => {
    prepareFile();
    clearTimeout(again);
    const link = document.querySelector("a[data-look-again]");
    if (link !== null) again = setTimeout(() => location.replace(link.href), secondsBetween * 1000);
  };
  document.addEventListener("huiyin:page", begin);
  begin();
})();
