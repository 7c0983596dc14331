import type { BodyText } from "../../core/register/body.ts";
import { demoContacts } from "../register/demo-contacts.ts";
import { demoMinistry, MINISTRY } from "../register/load.ts";
import { zoneOf } from "../register/zones.ts";

/** A department and its subordinates together. */
const DEPARTMENT_SIZE = 12;

const KINDS = ["district", "district", "city", "city-district"] as const;

/** Codes of regions, for their zones. */
const REGIONS = ["10", "15", "19", "23", "27", "39", "43", "47", "55", "75"];

/** A register of any size: the ministry and `count` territorial bodies in departments of twelve, with made-up names. */
export function syntheticRegister(count: number): BodyText[] {
  return [demoMinistry, ...Array.from({ length: count }, (_, index) => body(index))];
}

function body(index: number): BodyText {
  const department = Math.floor(index / DEPARTMENT_SIZE) + 1;
  const place = index % DEPARTMENT_SIZE;
  const isDepartment = place === 0;
  const kind = isDepartment ? "department" : (KINDS[place % KINDS.length] ?? "district");
  const id = isDepartment ? `DP-${department}` : `PB-${department}-${place}`;
  const number = isDepartment ? String(department) : `${department}-${place}`;
  return {
    id,
    parent: isDepartment ? MINISTRY : `DP-${department}`,
    kind,
    name: isDepartment
      ? { ru: `Департамент полиции № ${number}`, kk: `№ ${number} Полиция департаменті` }
      : { ru: `Отдел полиции № ${number}`, kk: `№ ${number} Полиция бөлімі` },
    zone: zoneOf(REGIONS[department % REGIONS.length] ?? ""),
    activeFrom: demoMinistry.activeFrom,
    contacts: demoContacts(id, isDepartment, { ru: `№ ${number}`, kk: `№ ${number}` }, index),
  };
}
