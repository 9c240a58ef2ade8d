import { pathOf, type Course } from "../courses";
import classes from "./course-line.module.css";

interface CourseLineProps {
  of: Course | undefined;
  from: string;
  to: string;
}

/** How what is left went, small; its figures are where the link beside it leads. */
export function CourseLine({ of: course, from, to }: CourseLineProps) {
  const path = course && pathOf(course, Date.parse(from), Date.parse(to));
  return (
    path && (
      <svg className={classes.line} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        <path d={path} />
      </svg>
    )
  );
}
