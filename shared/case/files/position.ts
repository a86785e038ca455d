/** Where a TIFF directory says that its directory of positions lies (Exif 2.32, table 4: GPSInfo IFD Pointer). */
const gpsPointer = 0x88_25;
/** In it: latitude and longitude, where somebody was and where they were going (Exif 2.32, table 15). */
const positions = [0x00_02, 0x00_04, 0x00_14, 0x00_16];
/** A directory points to the next; ours have two, and a circle is not followed. */
const mostDirectories = 8;
const entryBytes = 12;

type TiffNumbers = { u16: (at: number) => number; u32: (at: number) => number };

/** Reads numbers as the header says. `undefined` for what is no TIFF. @throws RangeError beyond its end */
const readerOf = (tiff: Buffer): TiffNumbers | undefined => {
  const order = tiff.subarray(0, 2).toString("latin1");
  if (order === "II") return { u16: (at) => tiff.readUInt16LE(at), u32: (at) => tiff.readUInt32LE(at) };
  if (order === "MM") return { u16: (at) => tiff.readUInt16BE(at), u32: (at) => tiff.readUInt32BE(at) };
  return undefined;
};

const entriesAt = ({ u16, u32 }: TiffNumbers, at: number) => {
  const count = u16(at);
  const entries = Array.from({ length: count }, (_, i) => {
    const entry = at + 2 + i * entryBytes;
    return { tag: u16(entry), value: u32(entry + 8) };
  });
  return { entries, next: u32(at + 2 + count * entryBytes) };
};

/** Whether a block of Exif says where a photo was taken. One that cannot be read to its end might: a reader may be more patient. */
export const exifHasPosition = (tiff: Buffer): boolean => {
  const read = readerOf(tiff);
  if (read === undefined) return false;
  try {
    let at = read.u32(4);
    for (let n = 0; n < mostDirectories && at !== 0; n += 1) {
      const { entries, next } = entriesAt(read, at);
      const pointer = entries.find(({ tag }) => tag === gpsPointer);
      if (pointer && entriesAt(read, pointer.value).entries.some(({ tag }) => positions.includes(tag))) return true;
      at = next;
    }
    return false;
  } catch (error) {
    if (error instanceof RangeError) return true;
    throw error;
  }
};

const exifMark = Buffer.from("Exif\0\0", "latin1");

/** Whether any Exif in some bytes says where a photo was taken: also in a preview, or behind the end of the photo. */
export const anyExifHasPosition = (bytes: Buffer): boolean => {
  for (let at = bytes.indexOf(exifMark); at !== -1; at = bytes.indexOf(exifMark, at + 1)) {
    if (exifHasPosition(bytes.subarray(at + exifMark.length))) return true;
  }
  return false;
};

/** What XMP calls positions (Exif for XMP, and IPTC's location), and what films call them that phones hang on to photos. */
const positionNames = ["GPSLatitude", "GPSLongitude", "GPSDestL", "location.ISO6709"].map((name) => Buffer.from(name));

/** Whether XMP in some bytes, or a film behind a photo, says where it was taken. */
export const textHasPosition = (bytes: Buffer): boolean => positionNames.some((name) => bytes.includes(name));
