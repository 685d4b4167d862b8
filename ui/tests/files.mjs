// The files that tests import: orders as shop systems export them, products, and files that ask something
// or cannot be taken. All people in them are invented.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { crc32 } from "node:zlib";

/** So many rows, or a few more, stand in every list. */
export const MANY = 55;

export const HEADER = readFileSync(resolve(import.meta.dirname, "../../tests/desktop/samples/orders_export.csv"), "utf8").split("\n")[0].trim().split(",");
const FIRST = ["Orla", "Tomas", "Marguerite", "Bryn", "Ines", "Per", "Amara", "Delphine", "Callum", "Freya", "Hugo", "Sanna", "Rafe", "Zofia", "Łukasz"];
const LAST = ["Fenwick", "Abernethy", "Vasseur", "Hollis", "Caldwell", "Lindqvist", "Whitlock", "Roe", "Osei", "Sørensen", "Montague-Featherstonehaugh", "Eklund", "Dunmore"];
const TOWNS = [["Leeds", "LS6 2AB", "GB"], ["Edinburgh", "EH9 1QT", "GB"], ["Lyon", "69002", "FR"], ["Köln", "50667", "DE"], ["Bristol", "BS6 5QA", "GB"]];
const GOODS = ["Stoneware mug", "Serving bowl", "Linen napkins", "Wool throw", "Bud vase", "Oat soap", "Teapot with a strainer and a bamboo handle, glazed inside and out"];
const SHADES = ["Sea glaze", "Ash glaze", "Oat", "Ink", "Moss"];

export const COUNTRIES = "GB FR DE AT CH NL BE LU DK SE NO FI IE ES PT IT PL CZ SK HU RO BG GR HR SI EE LV LT CY MT IS LI MC AD SM US CA MX BR AR CL AU NZ JP KR SG HK TW IN ZA EG MA TN TR IL".split(" ");

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
export const range = (count) => Array.from({ length: count }, (_, at) => at);
export const stamp = (at) => `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} +0000`;
export const DAY = 86_400_000;

/** The rows of one order in the export of a Shopify shop: the first says all, the others only a line. */
export function order(number, at, lines, more = {}) {
  const [city, zip, country] = TOWNS[number % TOWNS.length];
  const name = `${FIRST[number % FIRST.length]} ${LAST[number % LAST.length]}`;
  const street = `${(number % 90) + 1} Chapel Row`;
  const sum = lines.reduce((all, line) => all + line.price * line.units, 0);
  const first = {
    "Financial Status": "paid", "Paid at": stamp(at), "Fulfillment Status": "unfulfilled", "Accepts Marketing": "no", Currency: "GBP",
    Subtotal: sum.toFixed(2), Shipping: "3.95", Taxes: "0.00", Total: (sum + 3.95).toFixed(2), "Discount Amount": "0.00", "Shipping Method": "Standard",
    "Shipping Name": name, "Shipping Street": street, "Shipping Address1": street, "Shipping City": city, "Shipping Zip": zip, "Shipping Country": country,
    "Payment Method": "Shopify Payments", "Refunded Amount": "0.00", "Outstanding Balance": "0.00", Id: String(6_400_000_000_000 + number), Source: "web", ...more,
  };
  return lines.map((line, place) => ({
    Name: `#${number}`, Email: `buyer${number}@example.test`, "Created at": stamp(at), "Lineitem quantity": String(line.units), "Lineitem name": line.title, "Lineitem price": line.price.toFixed(2), "Lineitem sku": line.sku,
    "Lineitem requires shipping": "true", "Lineitem taxable": "true", "Lineitem fulfillment status": "unfulfilled", "Lineitem discount": "0.00", ...(place === 0 ? first : {}),
  }));
}

export function write(path, header, rows) {
  writeFileSync(path, [header.join(","), ...rows.map((row) => header.map((column) => quoted(row[column] ?? "")).join(","))].join("\n") + "\n");
  return path;
}

/** Products: plenty of them, some low, some never counted, and one that everybody waits for. */
export function products(folder) {
  const rows = range(5 * MANY).map((at) => {
    const low = at >= MANY && at < 2 * MANY;
    const uncounted = at >= 2 * MANY && at < 3 * MANY;
    return {
      SKU: `KT-${String(at).padStart(3, "0")}`, Title: GOODS[at % GOODS.length], Variant: SHADES[at % SHADES.length], "Weight g": String(90 + at), Price: (4 + (at % 40)).toFixed(2), Currency: "GBP",
      Bin: `${"ABCD"[at % 4]}-${String(at % 60).padStart(2, "0")}`, "On hand": uncounted ? "" : low ? "3" : "900", "Reorder at": "5",
    };
  });
  rows.push({ SKU: "KT-RARE", Title: "Kiln-fired platter", Variant: "", "Weight g": "1400", Price: "68.00", Currency: "GBP", Bin: "E-01", "On hand": "0", "Reorder at": "2" });
  return write(join(folder, "products.csv"), ["SKU", "Title", "Variant", "Weight g", "Price", "Currency", "Bin", "On hand", "Reorder at"], rows);
}
export const line = (at, units = 1) => ({ sku: `KT-${String(at).padStart(3, "0")}`, title: `${GOODS[at % GOODS.length]} - ${SHADES[at % SHADES.length]}`, price: 4 + (at % 40), units });

/** The numbers of the orders by what becomes of them. */
const BLOCKS = ["ready", "late", "held", "unpaid", "short", "nowhere", "partly", "gone", "waiting", "fetched", "both", "recalled", "refused"];
export const numbers = (block) => range(MANY).map((at) => 10_000 + BLOCKS.indexOf(block) * 100 + at);
export const LONG = 20_001;
export const PIECES = 20_002;

export function exported(now) {
  const recent = now - DAY / 4;
  const rows = BLOCKS.filter((block) => block !== "refused").flatMap((block) =>
    numbers(block).flatMap((number, at) => {
      if (block === "late") return order(number, now - 20 * DAY - at * 60_000, [line(at % MANY), line((at + 7) % MANY, 2)]);
      if (block === "unpaid") return order(number, recent, [line(at % MANY)], { "Financial Status": "pending", "Paid at": "" });
      if (block === "short") return order(number, recent, [{ sku: "KT-RARE", title: "Kiln-fired platter", price: 68, units: 1 }]);
      if (block === "nowhere") return order(number, recent, [line(at % MANY)], { "Shipping City": "", "Shipping Zip": "" });
      // One product that everybody has reserved, so that its panel is long too.
      return order(number, recent - at * 60_000, [line(0), line((at % (MANY - 1)) + 1, 2)], at % 5 === 0 ? { Notes: "Please leave it with the neighbour at no. 5." } : {});
    }),
  );
  rows.push(...order(LONG, recent, range(MANY).map((at) => line(at))), ...order(PIECES, recent, [line(1, MANY)]));
  return rows;
}

/** A file for the preview: new orders, changed ones, and as many that cannot be read. */
export function mixed(folder, now) {
  const rows = [
    ...range(MANY).flatMap((at) => order(30_000 + at, now, [line(at)])),
    ...numbers("ready").flatMap((number, at) => order(number, now - DAY / 4 - at * 60_000, [line(0), line((at % (MANY - 1)) + 1, 2)], { Notes: "Ring twice, please." })),
    ...numbers("refused").flatMap((number) => order(number, now, [line(1)], { Total: "twelve" })),
  ];
  return write(join(folder, "mixed.csv"), HEADER, rows);
}

/** A file of nobody's form: its columns have to be mapped. */
export function unknown(folder) {
  const header = ["Bestellnr", "Datum", "Empfänger", "Straße", "PLZ", "Ort", "Land", "Artikel", "Menge", "Summe", ...range(50).map((at) => `Feld ${at + 1}`)];
  const rows = range(MANY).map((at) => ({ Bestellnr: `B-${at}`, Datum: "2026-11-20", Empfänger: `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`, Straße: `Gasse ${at + 1}`, PLZ: "50667", Ort: "Köln", Land: "DE", Artikel: "KT-001", Menge: "1", Summe: "12,50" }));
  return write(join(folder, "unknown.csv"), header, rows);
}

/** Rows that belong to no order: nothing of this file can be taken. */
export function hopeless(folder) {
  return write(join(folder, "hopeless.csv"), HEADER, range(MANY).map((at) => ({ "Financial Status": "paid", "Lineitem name": `Lost ${at}`, "Lineitem quantity": "1" })));
}

/** A file that is called so and is none. */
export function noTable(folder) {
  const path = join(folder, "no-table.csv");
  writeFileSync(path, "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
  return path;
}

/** Products that are still to come. */
export function goods(folder) {
  const rows = range(MANY).map((at) => ({ SKU: `NEW-${at}`, Title: `New ${GOODS[at % GOODS.length]}`, "Weight g": "120", Price: "9.00", Currency: "GBP", Bin: `F-${at}`, "On hand": "10" }));
  return write(join(folder, "new goods.csv"), ["SKU", "Title", "Weight g", "Price", "Currency", "Bin", "On hand"], rows);
}

/** Orders that carry the numbers of this shop's and are another's: other people, other goods, another day. */
export function others(folder, now) {
  const rows = [...numbers("gone"), ...range(5).map((at) => 50_000 + at)].flatMap((number) => order(number, now - 3 * DAY, [{ sku: "", title: "Enamel sign", price: 31, units: 1 }], { Email: `other${number}@example.test`, "Shipping Name": `Other ${LAST[number % LAST.length]}` }));
  return write(join(folder, "wholesale.csv"), HEADER, rows);
}

/** New orders of whichever shop: nothing in them says which. */
export function foreign(folder, now) {
  return write(join(folder, "whose.csv"), HEADER, range(MANY).flatMap((at) => order(60_000 + at, now, [line(at)])));
}

const OWN = ["Order no", "Date", "Name", "Street", "Postcode", "City", "Country", "Item", "Quantity", "Total", "Status"];
const own = (at, more) => ({ "Order no": `M-${at + 1}`, Name: `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`, Street: `${at + 1} Quay Street`, Postcode: "BS1 6QE", City: "Bristol", Country: "GB", Item: "Stoneware mug", Quantity: "1", ...more });

/** Cells that can be read in two ways, amounts without a currency, and a word that nobody knows. */
export function open(folder) {
  return write(join(folder, "market.csv"), OWN, range(MANY).map((at) => own(at, { Date: "03/08/26", Total: "1,234", Status: at % 3 === 0 ? "sehr bald" : "paid" })));
}

/** One old order of a supplier whose files have a column of their own. */
export function supplier(folder, at) {
  return write(join(folder, `supplier ${at}.csv`), [...OWN, `Shelf mark ${at}`], [own(at, { "Order no": `S-${at}`, Date: "2026-01-20", Total: "12.50", Status: "shipped" })]);
}

/** A workbook of two sheets, as spreadsheet programs write them: parts in a ZIP, here not even packed. */
export function workbook(folder) {
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (rows) => `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map((row) => `<row>${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`;
  const month = (name) => sheet([OWN, ...range(MANY).map((at) => Object.values({ ...Object.fromEntries(OWN.map((column) => [column, ""])), ...own(at, { Date: "2026-11-20", Total: "12.50", Status: name }) }))]);
  const KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const names = ["October", "November"];
  const parts = {
    "[Content_Types].xml": `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${names.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${KIND}"><sheets>${names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${KIND}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/worksheets/sheet1.xml": month("paid"),
    "xl/worksheets/sheet2.xml": month("shipped"),
  };
  const path = join(folder, "market.xlsx");
  writeFileSync(path, zipped(parts));
  return path;
}

/** Texts by their names as a ZIP: the local headers and the directory of APPNOTE.TXT 4.3, method "stored". */
function zipped(parts) {
  const files = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(text)];
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    files.push(Buffer.from("PK\x03\x04"), facts, path, bytes);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), facts, place, path);
    at += 30 + path.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]);
}

/** A small picture for the logo. */
export function logo(folder) {
  const path = join(folder, "logo.png");
  copyFileSync(resolve(import.meta.dirname, "../../src-tauri/icons/128x128.png"), path);
  return path;
}
