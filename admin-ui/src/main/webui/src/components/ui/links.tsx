import { Anchor, Button, type AnchorProps, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes } from "react";

type Plain<Own> = Own & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own>;

/** A link within the UI that looks like one. */
export const TextLink = createLink((props: Plain<AnchorProps>) => <Anchor size="sm" {...props} />);

/** A link within the UI that looks like a button. */
export const ButtonLink = createLink((props: Plain<ButtonProps>) => (
  <Button component="a" {...props} />
));
