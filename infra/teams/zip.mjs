// An archive whose files are stored as they are (PKWARE's APPNOTE.TXT, sections 4.3 and 4.4): the same files give the same bytes.

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const crc32 = (bytes) => (bytes.reduce((sum, byte) => table[(sum ^ byte) & 0xff] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

const version = 20; // 2.0
const firstDay = 0x21; // 1 January 1980, the first that there is, at midnight

/** What the local header and the directory both say of a file, from the version on. */
function described(bytes, name) {
  const about = Buffer.alloc(26);
  about.writeUInt16LE(version, 0);
  about.writeUInt16LE(firstDay, 8);
  about.writeUInt32LE(crc32(bytes), 10);
  about.writeUInt32LE(bytes.length, 14);
  about.writeUInt32LE(bytes.length, 18);
  about.writeUInt16LE(name.length, 22);
  return about;
}

/** @param {[string, Buffer][]} files names in ASCII, and what is in them */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, bytes] of files) {
    const name = Buffer.from(path, 'ascii');
    const about = described(bytes, name);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), about, name, bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([version, 0]), about, rest, name]));
    parts.push(local);
    offset += local.length;
  }

  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06', 'latin1'), end]);
}
