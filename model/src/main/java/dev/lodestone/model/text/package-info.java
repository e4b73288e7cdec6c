/**
 * What the model says, without a language: a statement is the key of a sentence and what stands in its places, and a language turns it
 * into text. English is at hand here; whoever prints for other readers brings the sentences and the forms of numbers and names.
 * Entry point: {@link dev.lodestone.model.text.Statement}.
 */
package dev.lodestone.model.text;
