package dev.lodestone.report.view;

/** A piece of a section. */
public sealed interface Block
        permits Board,
                BulletList,
                Callout,
                CardList,
                Columns,
                DefinitionList,
                Details,
                Figure,
                Heading,
                Paragraph,
                Table {

    /** Lower-case name of the macro that places it. */
    String kind();
}
