package dev.lodestone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A house style in a folder, as a user would make it. */
class OwnTemplatesTest {

    @TempDir
    private Path folder;

    private Path style;
    private Path out;
    private Path table;

    @BeforeEach
    void setUp() throws IOException {
        style = Files.createDirectories(folder.resolve("style/text")).getParent();
        out = folder.resolve("out");
        table = Files.writeString(
                folder.resolve("t.csv"), "reporter,partner,flow,commodity,period,value\nJPN,CHN,M,850511,2024,75\nJPN,VNM,M,850511,2024,25\n");
    }

    private CommandLineRun brief() {
        return CommandLineRun.of("brief", "--trade", table.toString(), "--ally", "JPN", "--out", out.toString(), "--format", "html,pdf",
                "--templates", style.toString());
    }

    private String page() throws IOException {
        return Files.readString(out.resolve("editions/2026-11-21/JPN.html"));
    }

    @Test
    void aLogoAColourAWordAndASentenceAreReplacedFileByFile() throws IOException {
        Files.writeString(style.resolve("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>");
        Files.writeString(style.resolve("extra.css"), ":root { --navy: #550088; }");
        Files.writeString(style.resolve("text/en.properties"), "bottom_line=In a nutshell\n");
        Files.writeString(style.resolve("text/briefing_en.properties"), "section.suppliers=Where {0} shops\n");

        CommandLineRun run = brief();

        assertThat(run.err()).containsOnlyOnce("logo.svg is shown on screens alone: PDFs have a name in its place until a logo.png lies beside it");
        assertThat(run.exitCode()).isZero();
        assertThat(page()).contains("data:image/svg+xml;base64,", "--navy: #550088", "In a nutshell", "Where Japan shops").contains("Filter rows");
        assertThat(out.resolve("editions/2026-11-21/JPN.pdf")).as("has no SVG, and needs none").isNotEmptyFile();
    }

    /** The page's white is dark there: what was said for the one cannot be read on the other. */
    @Test
    void aColourForLightPagesLeavesThoseInTheDarkAsTheyWere() throws IOException {
        Files.writeString(style.resolve("extra.css"), ":root { --navy: #550088; }");
        assertThat(brief().err()).isEmpty();
        String dark = "@media screen and (prefers-color-scheme: dark) { :root { --navy: #cfdceb; } }";
        assertThat(page().indexOf(dark)).isGreaterThan(page().indexOf("--navy: #550088"));

        Files.writeString(style.resolve("extra.css"), ":root { --navy: #550088; }\n@media (prefers-color-scheme: dark) { :root { --navy: #ddaaff; } }");
        assertThat(brief().err()).isEmpty();
        assertThat(Files.readString(out.resolve("editions/2026-11-21.2/JPN.html"))).contains("--navy: #ddaaff").doesNotContain(dark);
    }

    /** A character of private use, which no font on any machine has. */
    @Test
    void fontsBesideTheTemplatesAreReadAndABrokenOneIsNamed() throws IOException {
        Files.writeString(style.resolve("text/briefing_en.properties"), "ally.kicker={0} \udbff\udffd\n");
        Files.writeString(Files.createDirectories(style.resolve("fonts")).resolve("house.ttf"), "not a font");

        CommandLineRun run = brief();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("briefing_en.properties, line 1, column 17: no font has the character")
                .contains("into a folder 'fonts' of your templates' folder (--templates); what lies there is no font that can be read: house.ttf");
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderOfTemplatesThatIsNotThereIsRefusedAsAnyOtherInput() {
        CommandLineRun run = CommandLineRun.of("brief", "--trade", table.toString(), "--templates", folder.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_REFUSED);
        assertThat(run.err().strip()).isEqualTo("lodestone: " + folder.resolve("none") + ": no such folder of templates");
    }

    @Test
    void aBrokenTemplateIsNamedWithItsLineAndNothingIsPublished() throws IOException {
        Path broken = Files.writeString(style.resolve("briefing.ftlh"), "<#include \"frame.ftlh\">\n<@document>\n<p>${page.nothing}</p>\n</@document>\n");

        CommandLineRun run = brief();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).startsWith("lodestone: " + broken + ", line 3, column 6:").contains("page.nothing");
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "<#macro a><@a/></#macro><@a/>; : it calls or includes itself without end",
        "<#include \"briefing.ftlh\">; : it calls or includes itself without end",
        "<p>|<#list 1..1000000000 as i>x${i} and much more of it, again and again</#list>; , line 2, column ",
        "<#include \"none.ftlh\">; , line 1, column 1: Template inclusion failed (for parameter value \"none.ftlh\"): Template not found for name \"none.ftlh\".\n",
        "<#-- nothing -->; : places nothing: a page needs some text\n",
    })
    void aTemplateWithoutEndOrWithoutAPageIsNamedAndNothingIsPublished(String template, String problem) throws IOException {
        Path broken = Files.writeString(style.resolve("briefing.ftlh"), template.replace("|", "\n"));

        CommandLineRun run = brief();

        assertThat(run.err()).startsWith("lodestone: " + broken + problem).doesNotContain("FileTemplates@", "report it");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsNowhereAndAFolderByTheNameOfAFileAreNamed() throws IOException {
        Path link = Files.createSymbolicLink(style.resolve("frame.ftlh"), Path.of("nowhere"));
        assertThat(brief().err()).isEqualTo("lodestone: " + link + ": is no file that can be read; does a link lead nowhere?\n");

        Files.delete(link);
        Path notAFile = Files.createDirectory(style.resolve("extra.css"));
        assertThat(brief().err()).isEqualTo("lodestone: " + notAFile + ": is a folder, where a file is needed\n");
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void aTemplateThatDoesNotEndIsNamedWithItsLine() throws IOException {
        Path broken = Files.writeString(style.resolve("briefing.ftlh"), "<#include \"frame.ftlh\">\n<#if page.title == \"\">\n<p>no title</p>\n");

        CommandLineRun run = brief();

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).startsWith("lodestone: " + broken + ", line ");
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "brieffing.ftlh; <p></p>; : nothing reads a file of this name; did you mean 'briefing.ftlh'?",
        "briefing.ftl; <p></p>; : nothing reads a file of this name; did you mean 'briefing.ftlh'?",
        "Briefing.ftlh; <p></p>; : nothing reads a file of this name; did you mean 'briefing.ftlh'?",
        "extra_print.css; h1 { color: red }; : nothing reads a file of this name; did you mean 'extra-print.css'?",
        "text/extra.css; h1 { color: red }; : nothing reads a file of this name; did you mean 'extra.css', not in a folder?",
        "en.properties; skip=Skip; : nothing reads a file of this name; did you mean 'text/en.properties'?",
        "text/breifing_en.properties; nav.allied=All; : nothing reads a file of this name; did you mean 'text/briefing_en.properties'?",
        "text/it.properties; skip=Salta; : nothing reads a file of this name; did you mean 'text/",
        "text/briefing_pt.properties; nav.allied=Todos; : nothing reads a file of this name; did you mean 'text/briefing_",
        "text/pt-BR.properties; skip=Pular; : nothing reads a file of this name; a language is told in text/languages.properties: de, en, fr",
        "logo.jpg; x; : nothing reads a file of this name; a logo is 'logo.svg' or 'logo.png', beside the templates",
        "Logo.png; x; : nothing reads a file of this name; a logo is 'logo.svg' or 'logo.png', beside the templates",
        "text/en.properties; # ours|botom_line=Nutshell; , line 2: there is no word 'botom_line' to replace; did you mean 'bottom_line'?",
        "text/briefing_en.properties; |section.supliers=Where; , line 2: there is no sentence 'section.supliers' to replace; did you mean 'section.suppliers'?",
        "text/statements_en.properties; reason.no-wieght=Light; , line 1: there is no sentence 'reason.no-wieght' to replace; did you mean 'reason.no-weight'?",
        "extra.css; /* ours */|:root { --nvay: #508 }; , line 2, column 9: no rule uses the colour '--nvay'; did you mean '--navy'?",
        "extra.css; h1 { color: var(--nayv) }; , line 1, column 17: there is no colour '--nayv'; did you mean '--navy'?",
        "extra.css; :root { --navy: #55008 }; , line 1, column 17: '#55008' is no colour: #rgb or #rrggbb",
        "extra-print.css; :root { --navy: #508 }; , line 1, column 9: paper's style sheet knows no variables such as '--navy'",
    })
    void aNameThatNothingReadsIsToldWithTheNearestThatIsReadAndNothingIsPublished(String file, String text, String problem) throws IOException {
        Path wrong = Files.writeString(style.resolve(file), text.replace('|', '\n'));

        CommandLineRun run = brief();

        assertThat(run.err()).startsWith("lodestone: " + wrong + problem);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void notesPartsOfOnesOwnAndColoursOfOnesOwnMayLieInTheFolder() throws IOException {
        Files.writeString(style.resolve("README.md"), "Our house style");
        Files.writeString(style.resolve(".gitignore"), "*~");
        Files.writeString(style.resolve("extra.scss"), "$navy: #508");
        Files.writeString(style.resolve("extra.css"), ":root { --house: #508; --spare: #fff; } h1 { color: var(--house); }");
        Files.writeString(style.resolve("imprint.ftlh"), "<p>${t.imprint}</p>");
        Files.writeString(style.resolve("summary.ftlh"), "<#include \"frame.ftlh\">\n<#include \"imprint.ftlh\">\n");
        Files.writeString(style.resolve("text/en.properties"), "imprint=Printed by us\n");

        assertThat(brief().err()).isEmpty();
        assertThat(page()).contains("--house: #508");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {
        "extra.css; h1 { color: red }|h2 { color: ; , line 2, column 4: a '{' begins here that no '}' ends",
        "extra-print.css; h1 { color: red } }; , line 1, column 19: a '}' ends nothing here",
        "extra.css; |/* a note|h1 { color: red }; , line 2, column 1: a comment begins here that does not end",
        "logo.svg; <svg><path></svg>; , line 1, column",
        "logo.svg; <html/>; : is no SVG picture: it holds <html>",
        "logo.svg; <svg xmlns='http://www.w3.org/2000/svg'>|<script>alert(1)</script></svg>; , line 2, column 9: a logo may hold no script",
        "logo.svg; <svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>; , line 1, column 55: a logo may hold no script: no page would run 'onload'",
        "logo.svg; <svg xmlns='http://www.w3.org/2000/svg'>|<image href='https://example.org/x.png'/></svg>; , line 2, column 42: <image> asks for",
        "logo.png; not a picture; : is no PNG picture",
        "extra.css; :root { --navy: #ff6 }; , line 1, column 17: text in --navy (#ff6) is not legible on --paper (#fff): its contrast is 1.06, and 4.5 is needed",
        "extra.css; :root { --teal: #777777 }; , line 1, column 17: text in --teal (#777777) is not legible on --paper (#fff): its contrast is 4.48, and 4.5 is needed",
        "extra.css; :root { --paper: #222222 }; , line 1, column 18: text in --ink (#1b2733) is not legible on --paper (#222222)",
        "extra.css; :root { --navy: blurple }; , line 1, column 17: 'blurple' is the name of no colour",
        "extra.css; :root { --navy: midnightbleu }; , line 1, column 17: 'midnightbleu' is the name of no colour; did you mean 'midnightblue'?",
    })
    void aBrokenStyleOrLogoIsNamedWithItsLineAndNothingIsPublished(String file, String text, String problem) throws IOException {
        Path broken = Files.writeString(style.resolve(file), text.replace('|', '\n'));

        CommandLineRun run = brief();

        assertThat(run.err()).startsWith("lodestone: " + broken + problem);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void aLogoOfFewBytesAndManyPixelsIsRefusedBeforeItIsUnpacked() throws IOException {
        byte[] header = ByteBuffer.allocate(33).putInt(0x89504E47).putInt(0x0D0A1A0A).putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(60000).putInt(60000).array();
        Path wide = Files.write(style.resolve("logo.png"), header);

        CommandLineRun run = brief();

        assertThat(run.err()).startsWith("lodestone: " + wide + ": is 60000 pixels wide or high; a logo may have 4000 at most");
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void aLogoTooLargeForAPageIsRefusedWithItsSize() throws IOException {
        Path large = Files.write(style.resolve("logo.png"), new byte[3 * 1024 * 1024]);

        CommandLineRun run = brief();

        assertThat(run.err()).startsWith("lodestone: " + large + ": has 3072 KB; a logo stands in every page and may have 2048 KB at most");
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "ally.title-low={0} and {9}; the sentence 'ally.title-low' names place {9}, but only 4 are filled",
        "ally.title-low=caf\\u00zz; holds a broken \\u escape: four hexadecimal digits follow one",
        "ally.title-low={0} and {9; the sentence 'ally.title-low': a brace that belongs to no place: '{0} and {9'",
    })
    void aBrokenSentenceIsNamedWithItsFileAndNothingIsPublished(String line, String problem) throws IOException {
        Path broken = Files.writeString(style.resolve("text/briefing_en.properties"), "# ours\n" + line);

        CommandLineRun run = brief();

        assertThat(run.err().strip()).isEqualTo("lodestone: " + broken + ", line 2: " + problem);
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(out.resolve("editions")).doesNotExist();
    }

    @Test
    void aLogoOfTwoColoursKeepsThemOnPaper() throws IOException {
        IndexColorModel table = new IndexColorModel(1, 2, new byte[] {0x55, (byte) 0xff}, new byte[] {0, (byte) 0xff}, new byte[] {(byte) 0x88, (byte) 0xff});
        ImageIO.write(new BufferedImage(40, 10, BufferedImage.TYPE_BYTE_BINARY, table), "png", style.resolve("logo.png").toFile());

        assertThat(brief().err()).isEmpty();
        try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(out.resolve("editions/2026-11-21/JPN.pdf")))) {
            PDResources resources = pdf.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                if (resources.getXObject(name) instanceof PDImageXObject logo) {
                    assertThat(logo.getImage().getRGB(5, 5) & 0xffffff).isEqualTo(0x550088);
                    return;
                }
            }
        }
        throw new AssertionError("no picture on the first page");
    }
}
