/** The commands, one class each: what a user may say, handed on to {@link dev.lodestone.cli.Workbench}. */
package dev.lodestone.cli.command;
