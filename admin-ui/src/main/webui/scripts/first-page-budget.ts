import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const FIRST_PAGE = "overview";
const BUDGET = 200_000;

/** Fails the build when the script of the first page, without its charts, grows beyond its budget. */
export function firstPageBudget(): Plugin {
  return {
    name: "first-page-budget",
    apply: "build",
    generateBundle(_, bundle) {
      const needed = new Set<string>();
      const need = (file: string) => {
        const chunk = bundle[file];
        if (chunk?.type === "chunk" && !needed.has(file)) {
          needed.add(file);
          chunk.imports.forEach(need);
        }
      };
      for (const [file, chunk] of Object.entries(bundle)) {
        if (chunk.type === "chunk" && (chunk.isEntry || chunk.name === FIRST_PAGE)) {
          need(file);
        }
      }
      const size = [...needed].reduce((sum, file) => {
        const chunk = bundle[file];
        return sum + (chunk?.type === "chunk" ? gzipSync(chunk.code).length : 0);
      }, 0);
      if (size > BUDGET) {
        this.error(`The first page needs ${size} bytes of gzipped script; ${BUDGET} are allowed.`);
      }
      this.info(`First page: ${size} bytes of gzipped script in ${needed.size} files.`);
    },
  };
}
