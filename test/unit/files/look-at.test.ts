import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookAt } from "#case/files/look-at.ts";
import { mostOfFile } from "#case/state/facts/files.ts";
import { exif, gps, jpeg, pdf, png, webp } from "../../fixtures/photos.ts";

const megabytes = (n: number): number => n * 1024 * 1024;
const zeros = (size: number): Buffer => deflateSync(Buffer.alloc(size));
const flate = (content: Buffer, says = "/Filter /FlateDecode") => ({ says, content });

describe("what is right is taken for what is in it", () => {
  test.each([
    ["jpeg", jpeg()],
    ["jpeg", jpeg({ exif: exif([]) })],
    ["jpeg", jpeg({ exif: exif([gps.version, gps.altitude], "II") })],
    ["png", png()],
    ["png", png({}, [["tEXt", Buffer.from("Comment\0from the balcony")]])],
    ["webp", webp()],
    ["pdf", pdf()],
    ["pdf", pdf([flate(zeros(1000)), { says: "/Filter [/DCTDecode] /Width 4000 /Height 3000", content: jpeg() }])],
    ["pdf", pdf([flate(Buffer.from("what nobody can unpack"))])],
  ] as const)("a %s", (kind, content) => {
    const found = lookAt(content);
    expect(found).toMatchObject({ kind, bytes: content.length });
    expect("sha256" in found ? found.sha256 : "").toMatch(/^[\w-]{43}$/);
  });

  test("of exactly 10 MB", () => {
    const content = jpeg({ behind: Buffer.alloc(mostOfFile - jpeg().length) });
    expect(lookAt(content)).toMatchObject({ kind: "jpeg", bytes: mostOfFile });
  });
});

describe("what is wrong is not taken, and why is said", () => {
  test.each<[string, string, Uint8Array]>([
    ["a page of a site that is called a photo", "kind", Buffer.from("<html><script>alert(1)</script></html>")],
    ["a program", "kind", Buffer.from("MZ\x90\0", "latin1")],
    ["a ZIP", "kind", Buffer.from("PK\x03\x04", "latin1")],
    ["a picture with scripts in it", "kind", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ["nothing", "empty", new Uint8Array()],
    ["10 MB and a byte", "tooLarge", jpeg({ behind: Buffer.alloc(mostOfFile - jpeg().length + 1) })],
    ["a JPEG that ends early", "broken", jpeg().subarray(0, -1)],
    ["the head of a JPEG", "broken", jpeg().subarray(0, 3)],
    ["a PNG that ends early", "broken", png().subarray(0, -4)],
    ["a WebP that ends early", "broken", webp().subarray(0, -4)],
    ["a PDF that ends early", "broken", pdf().subarray(0, -10)],
    ["a JPEG of nothing", "broken", jpeg({ width: 0 })],
    ["a JPEG of 65,535 by 65,535", "swollen", jpeg({ width: 65_535, height: 65_535 })],
    ["a PNG of 20,000 by 20,000", "swollen", png({ width: 20_000, height: 20_000 })],
    ["a WebP of 16,384 by 16,384", "swollen", webp({ width: 16_384, height: 16_384 })],
    [
      "a PNG whose text unpacks to 64 MB",
      "swollen",
      png({}, [["zTXt", Buffer.concat([Buffer.from("a\0\0"), zeros(megabytes(64))])]]),
    ],
    ["a PDF that unpacks to 256 MB", "swollen", pdf([flate(zeros(megabytes(256)))])],
    ["a PDF that does in parts", "swollen", pdf(Array.from({ length: 5 }, () => flate(zeros(megabytes(50)))))],
    [
      "a PDF that is packed twice",
      "swollen",
      pdf([flate(deflateSync(zeros(megabytes(64))), "/Filter [/FlateDecode /FlateDecode]")]),
    ],
    [
      "one that says so in other letters",
      "swollen",
      pdf([flate(deflateSync(zeros(megabytes(1))), "/Filter [/Fl#61teDecode /FlateDecode]")]),
    ],
    [
      "a PDF with a picture of 50,000 by 50,000",
      "swollen",
      pdf([{ says: "/Filter /JBIG2Decode /Width 50000 /Height 50000", content: Buffer.from("-") }]),
    ],
    [
      "one that is packed and written in digits",
      "swollen",
      pdf([
        {
          says: "/Filter [/ASCIIHexDecode /FlateDecode]",
          content: Buffer.from(`${zeros(megabytes(256)).toString("hex")}>`),
        },
      ]),
    ],
    ["a PDF behind a password", "locked", pdf([], "/Encrypt 5 0 R")],
  ])("%s: %s", (_, why, content) => {
    expect(lookAt(content)).toEqual({ why });
  });
});

describe("a photo that says where it was taken is not taken", () => {
  const xmp = '<x:xmpmeta exif:GPSLatitude="30,15.5N" exif:GPSLongitude="120,10.2E"/>';
  const text = (type: string, head: string, content: Buffer): [string, Buffer] => [
    type,
    Buffer.concat([Buffer.from(head, "latin1"), content]),
  ];
  const profile = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), exif([gps.latitude])]).toString("hex");

  test.each<[string, Uint8Array]>([
    ["in Exif", jpeg({ exif: exif([gps.latitude, gps.longitude]) })],
    ["in Exif of the other order", jpeg({ exif: exif([gps.longitude], "II") })],
    ["in Exif that points beyond its end", jpeg({ exif: exif([gps.latitude], "MM", 60_000) })],
    ["in XMP", jpeg({ xmp })],
    ["in a second photo behind the first", jpeg({ behind: jpeg({ exif: exif([gps.latitude]) }) })],
    ["in a film behind it", jpeg({ behind: Buffer.from("com.apple.quicktime.location.ISO6709+30.25+120.17/") })],
    ["in the Exif of a PNG", png({}, [["eXIf", exif([gps.latitude])]])],
    ["in the XMP of a PNG", png({}, [text("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", Buffer.from(xmp))])],
    ["in packed XMP", png({}, [text("iTXt", "XML:com.adobe.xmp\0\x01\0\0\0", deflateSync(Buffer.from(xmp)))])],
    ["in a packed text", png({}, [text("zTXt", "Comment\0\0", deflateSync(Buffer.from(xmp)))])],
    [
      "in Exif written in digits",
      png({}, [text("tEXt", "Raw profile type exif\0", Buffer.from(`\nexif\n  8\n${profile}\n`))]),
    ],
    ["in the Exif of a WebP", webp({ exif: exif([gps.latitude]) })],
  ])("%s", (_, content) => {
    expect(lookAt(content)).toEqual({ why: "position" });
  });
});

test("whatever is sent, looking at it comes to an end and to an answer", () => {
  const heads = [jpeg(), png(), webp({ exif: exif([1]) }), pdf([flate(zeros(100))])];
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
      fc.nat(),
      (head, changes, cut) => {
        const content = Buffer.from(head);
        for (const [at, byte] of changes) content[at % content.length] = byte;
        const found = lookAt(content.subarray(0, 1 + (cut % content.length)));
        expect("kind" in found || "why" in found).toBe(true);
      },
    ),
    { numRuns: 2000 },
  );
});
